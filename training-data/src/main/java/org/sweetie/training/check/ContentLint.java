package org.sweetie.training.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads every text file below a root and holds it against CONDUCT A1, A3, A4, A6 and A8.
 *
 * <p>The lint's own lists and its test's seeded faults are exempt, each by its exact path and from
 * the named rules alone.
 */
public final class ContentLint {
  private final List<Check> checks;
  private final Map<String, Set<String>> exempt = new HashMap<>();

  /**
   * @param terms the word list of A1, by ISO 639-1 language; read from its package at run time and
   *     kept nowhere else
   */
  public ContentLint(Map<String, List<String>> terms) {
    Set<String> collisions = new HashSet<>();
    ListFile.read("collisions.txt").forEach(line -> collisions.add(line.split("\\s+")[0]));
    checks =
        List.of(
            new Vocabulary(terms, collisions),
            new ReservedData(),
            new ChildLines(),
            new BriefLines(),
            new SyntheticMark());
    for (String line : ListFile.read("exempt-paths.txt")) {
      String[] cells = line.split("\\s+");
      exempt.put(cells[0], Set.of(cells[1].split(",")));
    }
  }

  /**
   * What was read and what was found.
   *
   * @param files how many text files were read
   * @param binary how many were left out as binary
   */
  public record Report(int files, int binary, List<Finding> findings) {
    public Report {
      findings = List.copyOf(findings);
    }
  }

  /** Reads everything below the root. */
  public Report read(Path root) {
    List<Finding> findings = new ArrayList<>();
    int read = 0;
    int binary = 0;
    for (Path file : TextFiles.below(root)) {
      int before = findings.size();
      SourceText text = TextFiles.read(root, file, findings::add).orElse(null);
      if (text != null) {
        read++;
        check(text, findings);
      } else if (findings.size() == before) {
        binary++;
      }
    }
    return new Report(read, binary, findings);
  }

  private void check(SourceText text, List<Finding> findings) {
    Set<String> rules = exempt.getOrDefault(text.path(), Set.of());
    for (Check check : checks) {
      check.check(
          text,
          finding -> {
            if (!rules.contains(finding.rule())) {
              findings.add(finding);
            }
          });
    }
  }
}
