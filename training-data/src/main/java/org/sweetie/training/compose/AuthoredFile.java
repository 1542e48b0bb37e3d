package org.sweetie.training.compose;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.signal.Indicator;

/**
 * Reads what one author wrote in one language: conversations ({@code AUTHOR-01.txt} and on) and
 * single lines ({@code lines-AUTHOR.txt}).
 */
final class AuthoredFile {
  private static final String FOLDER = "conversations/";
  private static final String NOTHING = "none";

  private final String language;
  private final String author;
  private final Set<String> names = new HashSet<>();
  private final List<Authored> found = new ArrayList<>();
  private final List<Scene.Line> lines = new ArrayList<>();
  private @Nullable Head head;

  private record Head(
      TextFile.Line at, String name, @Nullable Character offender, String register) {}

  private AuthoredFile(String language, String author) {
    this.language = language;
    this.author = author;
  }

  /** The conversations, in file order; none where the author wrote none in this language. */
  static List<Authored> conversations(String language, String author) {
    AuthoredFile file = new AuthoredFile(language, author);
    for (int number = 1; ; number++) {
      String name = FOLDER + language + "/" + author + "-" + "%02d".formatted(number) + ".txt";
      List<TextFile.Line> lines = TextFile.read(name);
      if (lines.isEmpty()) {
        return List.copyOf(file.found);
      }
      lines.forEach(file::take);
      file.end();
    }
  }

  /** The conversations of one file's lines. */
  static List<Authored> of(String language, String author, List<TextFile.Line> lines) {
    AuthoredFile file = new AuthoredFile(language, author);
    lines.forEach(file::take);
    file.end();
    return List.copyOf(file.found);
  }

  /** Hands on each single line as a template. */
  static void singleLines(String language, String author, Consumer<Template> to) {
    for (TextFile.Line line : TextFile.read(FOLDER + language + "/lines-" + author + ".txt")) {
      int bar = line.text().indexOf('|');
      if (bar < 0) {
        throw line.wrong("expected 'label label | text', or 'none | text'");
      }
      String labels = line.text().substring(0, bar).strip();
      Set<Indicator> acts =
          labels.equals(NOTHING) ? EnumSet.noneOf(Indicator.class) : TextFile.actsIn(labels, line);
      String text = line.text().substring(bar + 1).strip();
      to.accept(new Template(language, "authored", author, line.number(), text, acts));
    }
  }

  private void take(TextFile.Line line) {
    if (line.text().startsWith("==")) {
      end();
      head = head(line);
    } else {
      lines.add(said(line));
    }
  }

  private Head head(TextFile.Line line) {
    String[] cells = line.text().substring(2).split("\\|");
    if (cells.length != 4 || !cells[1].strip().matches("positive|negative")) {
      throw line.wrong("expected '== name | positive or negative | offender or - | register'");
    }
    String offender = cells[2].strip();
    boolean positive = cells[1].strip().equals("positive");
    if (!offender.matches(positive ? "[A-D]" : "-")) {
      throw line.wrong("offender '" + offender + "': give A to D where positive, '-' where not");
    }
    if (!names.add(cells[0].strip())) {
      throw line.wrong("'" + cells[0].strip() + "' stands twice: give each its own name");
    }
    return new Head(line, cells[0].strip(), positive ? offender.charAt(0) : null, cells[3].strip());
  }

  private Scene.Line said(TextFile.Line line) {
    if (head == null || !line.text().matches("[A-D]: .+")) {
      throw line.wrong("expected '== …' or 'A: text', A to D");
    }
    Template template =
        new Template(
            language,
            "authored",
            head.register(),
            line.number(),
            TextFile.textOf(line).substring(3),
            TextFile.actsOf(line));
    return new Scene.Line(line.text().charAt(0), template);
  }

  private void end() {
    if (head != null) {
      Authored one =
          new Authored(language, author, head.name(), head.register(), head.offender(), lines);
      if (one.positive() && lines.stream().noneMatch(one::isDecisive)) {
        throw head.at().wrong("positive, but its offender does nothing of a late stage: label it");
      }
      found.add(one);
    }
    head = null;
    lines.clear();
  }
}
