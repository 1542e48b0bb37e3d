package org.sweetie.training.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * CONDUCT A3: what looks like a telephone number, e-mail or IP address, card, account or coin
 * address must come from a range that is reserved for fiction, documentation or tests. The ranges,
 * with their sources, stand in {@code reserved.tsv}.
 *
 * <p>A candidate is only what its own checksum or form confirms, so that versions, dates, digests
 * and constants stay quiet.
 */
final class ReservedData implements Check {
  private record Kind(
      String name, Pattern form, UnaryOperator<String> canonical, Predicate<String> real) {}

  private static final String START = "(?<![\\p{L}\\p{N}_.+-])";
  private static final String END = "(?![\\p{L}\\p{N}_])";

  /** In this order: what one kind took, the next does not see. */
  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              "email",
              Pattern.compile("[\\p{L}\\p{N}._%+-]+@((?:[\\p{L}\\p{N}-]+\\.)+\\p{L}{2,})" + END),
              String::toLowerCase,
              text -> true),
          new Kind(
              "eth",
              Pattern.compile(START + "0x[0-9a-fA-F]{40}" + END),
              String::toLowerCase,
              text -> true),
          new Kind(
              "btc",
              Pattern.compile(START + "(?:bc1|BC1)[02-9ac-hj-np-zAC-HJ-NP-Z]{11,71}" + END),
              String::toLowerCase,
              Checksums::bech32),
          new Kind(
              "btc",
              Pattern.compile(START + "[13][1-9A-HJ-NP-Za-km-z]{25,34}" + END),
              UnaryOperator.identity(),
              Checksums::base58Check),
          new Kind(
              "iban",
              Pattern.compile(
                  START + "[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?" + END),
              text -> text.replace(" ", ""),
              Checksums::iban),
          new Kind(
              "card",
              Pattern.compile(
                  START
                      + "(?:\\d{13,19}|\\d{4}(?<sep>[ -])\\d{4}\\k<sep>\\d{4}\\k<sep>\\d{1,4}(?:\\k<sep>\\d{1,3})?|\\d{4}[ -]\\d{6}[ -]\\d{4,5})"
                      + END),
              text -> text.replaceAll("[ -]", ""),
              Checksums::card),
          new Kind(
              "ip",
              Pattern.compile(
                  "(?<![\\p{L}\\p{N}_.-])(?:\\d{1,3}\\.){3}\\d{1,3}(?![\\p{L}\\p{N}_-]|\\.\\d)"),
              UnaryOperator.identity(),
              Checksums::octets),
          new Kind(
              "ip",
              Pattern.compile(
                  "(?<![\\p{L}\\p{N}_:.])[23][0-9a-fA-F]{3}(?::[0-9a-fA-F]{0,4}){2,7}"
                      + "(?![\\p{L}\\p{N}_:])"),
              String::toLowerCase,
              text -> text.contains("::") || text.chars().filter(c -> c == ':').count() == 7),
          new Kind(
              "phone",
              Pattern.compile(
                  "(?<![\\p{L}\\p{N}_+.-])\\+[1-9]\\d{0,2}(?:[ .-]?\\(?\\d{1,5}\\)?){1,6}" + END),
              Checksums::telephone,
              text -> text.length() >= 9 && text.length() <= 16),
          new Kind(
              "phone",
              Pattern.compile("(?<![\\p{L}\\p{N}_+.-])00[1-9]\\d{8,13}" + END),
              text -> Checksums.telephone("+" + text.substring(2)),
              text -> true),
          new Kind(
              "phone",
              Pattern.compile(
                  START
                      + "\\(?0[1-9]\\d{1,3}\\)?[ -]\\d{3,4}(?:[ -]?\\d{3,4})"
                      + "(?![\\p{L}\\p{N}_-])"),
              Checksums::telephone,
              text -> text.length() >= 9),
          new Kind(
              "phone",
              Pattern.compile(START + "07\\d{9}" + END),
              Checksums::telephone,
              text -> true),
          new Kind(
              "phone",
              Pattern.compile(
                  START + "\\(?[2-9]\\d{2}\\)?[ .-]\\d{3}[.-]\\d{4}" + "(?![\\p{L}\\p{N}_-])"),
              Checksums::telephone,
              text -> true));

  private final Map<String, List<Pattern>> reserved = new LinkedHashMap<>();

  ReservedData() {
    for (String line : ListFile.read("reserved.tsv")) {
      String[] cells = line.split("\t", -1);
      if (cells.length != 3) {
        throw new IllegalStateException(
            "reserved.tsv: '"
                + line
                + "' has "
                + cells.length
                + " columns, expected kind, pattern, source");
      }
      reserved.computeIfAbsent(cells[0], k -> new ArrayList<>()).add(Pattern.compile(cells[1]));
    }
  }

  @Override
  public void check(SourceText text, Consumer<Finding> found) {
    for (int i = 0; i < text.lines().size(); i++) {
      checkLine(text.path(), i + 1, text.lines().get(i), found);
    }
  }

  private void checkLine(String path, int number, String line, Consumer<Finding> found) {
    StringBuilder rest = new StringBuilder(line);
    for (Kind kind : KINDS) {
      Matcher m = kind.form().matcher(rest.toString());
      while (m.find()) {
        String canonical = kind.canonical().apply(m.group());
        if (kind.real().test(canonical)) {
          if (!isReserved(kind.name(), canonical)) {
            found.accept(
                new Finding(
                    "A3",
                    path,
                    number,
                    "a "
                        + kind.name()
                        + " outside the reserved ranges: take one from reserved.tsv"));
          }
          for (int i = m.start(); i < m.end(); i++) {
            rest.setCharAt(i, '\u0001');
          }
        }
      }
    }
  }

  private boolean isReserved(String kind, String canonical) {
    return reserved.getOrDefault(kind, List.of()).stream()
        .anyMatch(p -> p.matcher(canonical).matches());
  }
}
