package org.sweetie.models.suites;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sweetie.engine.signal.Extractor;
import org.sweetie.engine.signal.IdentifierSpan;
import org.sweetie.engine.signal.IdentifierType;
import org.sweetie.models.extract.IdentifierExtractor;

/** Measures the extractor on public data and prints what came out, and what did not as expected. */
public final class IdentifierSuites {
  private static final double HALF = 0.5;
  private static final long SEED = 1;
  private static final int EACH = 20;

  private final Extractor extractor;
  private final PrintStream out;
  private final boolean isVerbose;

  /**
   * @param extractor what is measured
   * @param out where the figures go
   * @param isVerbose whether every fault on marked texts and every identifier in ordinary chat is
   *     printed, or the figures and the deviations of the suites alone
   */
  public IdentifierSuites(Extractor extractor, PrintStream out, boolean isVerbose) {
    this.extractor = extractor;
    this.out = out;
    this.isVerbose = isVerbose;
  }

  /** Arguments: the folder of public data; {@code --all} to print every fault. */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    boolean isVerbose = List.of(args).contains("--all");
    new IdentifierSuites(new IdentifierExtractor(), out, isVerbose).measure(Path.of(args[0]));
  }

  /**
   * Measures on what there is of the public data.
   *
   * @param data a folder with {@code extraction} and {@code chat} in it
   * @throws UncheckedIOException where a file cannot be read or is none of the expected form
   */
  public void measure(Path data) {
    disguised();
    Path suites = data.resolve("extraction");
    try {
      suites(suites);
      Path presidio = suites.resolve("presidio-research");
      for (Path file : filesIn(presidio, ".json")) {
        marked("presidio-research", MarkedTexts.presidio(file));
      }
      for (Path file : filesIn(suites.resolve("wnut17"), ".conll")) {
        marked("wnut17 " + file.getFileName(), MarkedTexts.wnut(file));
      }
      for (String chat : List.of("sgd", "ubuntu-irc")) {
        ordinary(chat, OrdinaryChat.messages(data.resolve("chat").resolve(chat)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot read " + data + ": expected a folder with extraction and chat in it", e);
    }
  }

  /** Claims in disguise need no data. */
  private void disguised() {
    Map<String, Tally> tallies =
        new DisguisedClaims(extractor)
            .measure(SEED, EACH, claim -> print(isVerbose ? "  missed " + claim : ""));
    tallies.forEach(
        (key, tally) ->
            out.printf(
                Locale.ROOT,
                "disguised, %-26s %.3f of %d%n",
                key,
                tally.recall(),
                tally.found() + tally.missed()));
  }

  private void print(String line) {
    if (!line.isEmpty()) {
      out.println(line);
    }
  }

  private static List<Path> filesIn(Path folder, String ending) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private void suites(Path suites) throws IOException {
    LinkSuite links = new LinkSuite(extractor);
    MentionSuite mentions = new MentionSuite(extractor);
    print(links.links(suites.resolve("linkify-it/links.txt")));
    print(links.notLinks(suites.resolve("linkify-it/not_links.txt")));
    print(
        new PhoneSuite(extractor)
            .matcher(suites.resolve("libphonenumber-matcher/number_tests.json")));
    MailSuite mail = new MailSuite(extractor);
    print(mail.addresses(suites.resolve("isemail/tests.xml")));
    print(mail.addresses(suites.resolve("isemail/tests-original.xml")));
    print(mentions.mentions(suites.resolve("twitter-text/autolink.yml")));
    print(mentions.links(suites.resolve("twitter-text/autolink.yml")));
    print(mentions.endings(suites.resolve("twitter-text/tlds.yml")));
  }

  private void print(Suite suite) {
    out.printf(
        Locale.ROOT,
        "%-32s %4d of %4d, %.1f%%%n",
        suite.name(),
        suite.passed(),
        suite.cases(),
        100.0 * suite.passed() / suite.cases());
    suite.deviations().forEach(deviation -> out.println("  " + deviation));
  }

  private void marked(String name, List<MarkedText> texts) {
    Map<IdentifierType, Tally> tallies = new EnumMap<>(IdentifierType.class);
    Map<IdentifierType, Tally> halves = new EnumMap<>(IdentifierType.class);
    for (MarkedText text : texts) {
      List<IdentifierSpan> spans = extractor.extract(text.text(), "GB");
      for (IdentifierType type : IdentifierType.values()) {
        tallies.merge(type, text.tally(spans, type, 0), Tally::plus);
        halves.merge(type, text.tally(spans, type, HALF), Tally::plus);
        if (isVerbose) {
          text.faults(spans, type)
              .forEach(fault -> out.println(("  " + type.wire() + " " + fault).replace('\n', '␤')));
        }
      }
    }
    Tally all = Tally.NONE;
    Tally allHalves = Tally.NONE;
    for (IdentifierType type : IdentifierType.values()) {
      Tally tally = tallies.getOrDefault(type, Tally.NONE);
      if (tally.found() + tally.missed() > 0) {
        print(name + " " + type.wire(), tally);
        all = all.plus(tally);
        allHalves = allHalves.plus(halves.getOrDefault(type, Tally.NONE));
      }
    }
    print(name + ", all", all);
    print(name + ", all by half", allHalves);
  }

  private void print(String name, Tally tally) {
    out.printf(
        Locale.ROOT,
        "%-36s precision %.3f recall %.3f F2 %.3f (%d found, %d missed, %d spurious)%n",
        name,
        tally.precision(),
        tally.recall(),
        tally.f(2),
        tally.found(),
        tally.missed(),
        tally.spurious());
  }

  /** Counts identifiers by kind; whether one is really there a reader must say. */
  private void ordinary(String name, List<String> messages) {
    Map<IdentifierType, Integer> counts = new EnumMap<>(IdentifierType.class);
    for (String message : messages) {
      for (IdentifierSpan span : extractor.extract(message, "GB")) {
        counts.merge(span.type(), 1, Integer::sum);
        if (isVerbose) {
          out.println("  " + span.type().wire() + " «" + span.text() + "» in «" + message + "»");
        }
      }
    }
    out.println(name + ": " + messages.size() + " messages, " + counts);
  }
}
