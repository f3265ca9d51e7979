"""A portal that stands in for the province's: OpenCPS v2 over real HTTP, with its traps."""

from kiosk.portal.simulator.dossiers import SimulatedDossier
from kiosk.portal.simulator.faults import FAULTS
from kiosk.portal.simulator.server import PortalSimulator

__all__ = ["FAULTS", "PortalSimulator", "SimulatedDossier"]
