"""A portal that stands in for the province's: OpenCPS v2 or iGate over HTTP, with their traps."""

from kiosk.portal.simulator.dossiers import SimulatedDossier
from kiosk.portal.simulator.faults import FAULTS
from kiosk.portal.simulator.handler import Dialect
from kiosk.portal.simulator.server import PortalSimulator

__all__ = ["FAULTS", "Dialect", "PortalSimulator", "SimulatedDossier"]
