package org.sweetie.console.cli;

import picocli.CommandLine.Command;

/** Looks after personas. */
@Command(
    name = "persona",
    description = "Says why a persona answers as it does.",
    subcommands = PersonaWhyCommand.class)
final class PersonaCommand {}
