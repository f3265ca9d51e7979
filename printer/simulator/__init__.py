"""A printer that exists only in software: it takes real bytes and gives pictures back."""

from printer.simulator.build import Build
from printer.simulator.faults import FAULTS, Fault, FaultKind
from printer.simulator.simulated import SimulatedPrinter

__all__ = ["FAULTS", "Build", "Fault", "FaultKind", "SimulatedPrinter"]
