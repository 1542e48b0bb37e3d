package org.sweetie.console.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.RuleCoverage;
import org.sweetie.engine.script.RuleCoverage.Missing;
import org.sweetie.engine.script.RuleCoverage.OfTopic;
import org.sweetie.engine.script.Script;
import org.sweetie.engine.script.Story;
import org.sweetie.engine.script.TurnSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reports which rules samples, stories and conversations bring out. */
@Command(
    name = "coverage",
    description =
        "Reports which rules of a script its samples, its stories and given conversations bring"
            + " out, by topic, and lists those that never came out.")
final class ScriptCoverageCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "the folder of the script")
  Path folder = Path.of(".");

  @Option(
      names = "--in",
      paramLabel = "FILE",
      arity = "1..*",
      description = "conversations, a line for each message; a blank line begins a new one")
  List<Path> in = List.of();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "where the report goes; standard output where absent")
  @Nullable Path out;

  @Mixin TalkOptions.Moment moment = new TalkOptions.Moment();

  @Override
  public Integer call() throws IOException {
    Script script = ScriptCommand.script(folder, ScriptCommand.files(folder));
    RuleCoverage coverage = new RuleCoverage(script);
    coverage.addSamples();
    for (Story story : ScriptCommand.stories(folder)) {
      List<String> lines = story.beats().stream().map(Story.Beat::said).toList();
      coverage.addConversation(
          lines, new TurnSettings(story.seed(), story.now(), moment.bot(), moment.user));
    }
    for (Path file : in) {
      for (List<String> conversation : conversations(file)) {
        coverage.addConversation(conversation, moment.settings());
      }
    }
    try (PrintStream report = InputOutput.lines(out)) {
      print(coverage.topics(), report);
    }
    return Exit.DONE;
  }

  private static List<List<String>> conversations(Path file) throws IOException {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new BadInput("--in " + file + ": no readable file; give the path of one");
    }
    try {
      List<List<String>> all = new ArrayList<>();
      List<String> one = new ArrayList<>();
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank()) {
          one.add(line);
        } else if (!one.isEmpty()) {
          all.add(List.copyOf(one));
          one.clear();
        }
      }
      all.add(one);
      return all;
    } catch (MalformedInputException notUtf8) {
      throw new BadInput("--in " + file + ": not UTF-8; save it as UTF-8");
    }
  }

  private static void print(List<OfTopic> topics, PrintStream report) {
    int rules = topics.stream().mapToInt(OfTopic::rules).sum();
    int covered = topics.stream().mapToInt(OfTopic::covered).sum();
    topics.forEach(topic -> report.println(row(topic.topic(), topic.covered(), topic.rules())));
    report.println(row("all", covered, rules));
    for (OfTopic topic : topics) {
      for (Missing rule : topic.missing()) {
        report.println(
            (rule.file() + ":" + rule.line() + " never " + rule.tag() + " " + rule.label())
                .strip());
      }
    }
  }

  private static String row(String name, int covered, int rules) {
    double percent = rules == 0 ? 100 : 100.0 * covered / rules;
    return String.format(Locale.ROOT, "%-24s %5d of %5d  %5.1f%%", name, covered, rules, percent);
  }
}
