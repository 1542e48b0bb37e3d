package org.sweetie.console.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sweetie.evidence.verify.Fault;
import org.sweetie.evidence.verify.Pem;
import org.sweetie.evidence.verify.Report;
import org.sweetie.evidence.verify.Trust;
import org.sweetie.evidence.verify.Verified;
import org.sweetie.evidence.verify.Verifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a package, offline. */
@Command(
    name = "verify",
    description =
        "Checks a package offline: exit 0 whole and true, 1 otherwise, with each fault named.")
final class VerifyCommand implements Callable<Integer> {
  /** What a package is opened and checked with. */
  static final class PackageOptions {
    @Option(
        names = "--recipient-key",
        paramLabel = "KEY.pem",
        description = "the recipient's private key")
    @Nullable Path key;

    @Option(
        names = "--trust",
        paramLabel = "TRUST.json",
        description = "the keys to check with, got by another road")
    @Nullable Path trust;

    /** Both are needed wherever a package is opened. */
    Verified open(Path file) throws IOException {
      return Verifier.open(file, privateKey(), trust());
    }

    boolean demo() throws IOException {
      return trust().demo();
    }

    Set<String> authorities() throws IOException {
      return Set.copyOf(trust().authorities());
    }

    private PrivateKey privateKey() throws IOException {
      try {
        return Pem.privateKey(Files.readAllBytes(readable("--recipient-key", given(key))), "it");
      } catch (Fault unreadable) {
        throw new BadInput("--recipient-key " + key + ": " + unreadable.getMessage());
      }
    }

    private Trust trust() throws IOException {
      try {
        return Trust.read(Files.readAllBytes(readable("--trust", given(trust))));
      } catch (Fault unreadable) {
        throw new BadInput("--trust " + trust + ": " + unreadable.getMessage());
      }
    }

    private Path given(@Nullable Path file) {
      if (file == null) {
        throw new BadInput(
            (key == null && trust == null
                    ? "--recipient-key and --trust are"
                    : (key == null ? "--recipient-key" : "--trust") + " is")
                + " missing: a package is opened with the recipient's private key and checked with"
                + " TRUST.json; give --recipient-key KEY.pem --trust TRUST.json");
      }
      return file;
    }

    private static Path readable(String option, Path file) {
      if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
        throw new BadInput(option + " " + file + ": no readable file; give the path of one");
      }
      return file;
    }
  }

  @Mixin PackageOptions options = new PackageOptions();

  @Parameters(paramLabel = "FILE.zip", description = "the package")
  Path file = Path.of("");

  @Override
  public Integer call() throws IOException {
    Report report = options.open(file).report();
    try (PrintStream output = InputOutput.lines(null)) {
      report.checks().forEach(output::println);
      output.println(report.ok() ? "whole and true" : Counted.of(report.faults().size(), "fault"));
    }
    return report.ok() ? Exit.DONE : Exit.WRONG;
  }
}
