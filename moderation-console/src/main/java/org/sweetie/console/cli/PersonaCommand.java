package org.sweetie.console.cli;

import picocli.CommandLine.Command;

/** Looks after personas. */
@Command(
    name = "persona",
    description = "Proves the conduct of a persona, and says why it answers as it does.",
    subcommands = {PersonaCheckCommand.class, PersonaWhyCommand.class})
final class PersonaCommand {}
