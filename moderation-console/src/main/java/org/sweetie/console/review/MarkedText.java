package org.sweetie.console.review;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sweetie.engine.text.OffsetMap;
import org.sweetie.engine.text.Readable;
import org.sweetie.engine.text.TextReader;

/** Cuts a readable text into pieces at the edges of what was found in its original. */
final class MarkedText {
  /** A span of the original text with the number of its note. */
  record Mark(int start, int end, int ref, boolean identifier) {}

  /** The same in units of the readable text. */
  private record Placed(int start, int end, Mark mark) {
    boolean covers(int from, int to) {
      return start < to && end > from;
    }
  }

  private final String text;
  private final List<Placed> placed;

  private MarkedText(String text, List<Placed> placed) {
    this.text = text;
    this.placed = placed;
  }

  static List<Piece> pieces(Readable readable, List<Mark> marks) {
    List<Placed> placed = new ArrayList<>();
    marks.forEach(mark -> place(readable, mark, placed));
    return new MarkedText(readable.text(), placed).cut();
  }

  /** A mark may cover no unit at all where everything it covered was taken out. */
  private static void place(Readable readable, Mark mark, List<Placed> placed) {
    OffsetMap map = readable.map();
    int start = -1;
    int end = -1;
    for (int i = 0; i < map.length(); i++) {
      if (map.originalStart(i) < mark.end() && map.originalEnd(i + 1) > mark.start()) {
        start = start < 0 ? i : start;
        end = i + 1;
      }
    }
    if (start >= 0) {
      placed.add(new Placed(whole(readable.text(), start), whole(readable.text(), end), mark));
    }
  }

  /** Never between the two halves of a character. */
  private static int whole(String text, int at) {
    boolean inside =
        at > 0
            && at < text.length()
            && Character.isLowSurrogate(text.charAt(at))
            && Character.isHighSurrogate(text.charAt(at - 1));
    return inside ? at - 1 : at;
  }

  private List<Piece> cut() {
    TreeSet<Integer> edges = new TreeSet<>(List.of(0, text.length()));
    placed.forEach(p -> edges.addAll(List.of(p.start(), p.end())));
    maskEdges(edges);
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    for (int to : edges.tailSet(1)) {
      pieces.add(piece(from, to));
      from = to;
    }
    return pieces;
  }

  private void maskEdges(TreeSet<Integer> edges) {
    int at = text.indexOf(TextReader.EXPLICIT);
    while (at >= 0) {
      edges.add(at);
      edges.add(at + TextReader.EXPLICIT.length());
      at = text.indexOf(TextReader.EXPLICIT, at + 1);
    }
  }

  private Piece piece(int from, int to) {
    List<Placed> here = placed.stream().filter(p -> p.covers(from, to)).toList();
    String refs =
        here.stream()
            .filter(p -> p.end() == to)
            .map(p -> String.valueOf(p.mark().ref()))
            .collect(Collectors.joining(", "));
    String run = text.substring(from, to);
    return new Piece(VisibleText.of(run), kind(run, here), refs);
  }

  private static String kind(String run, List<Placed> here) {
    boolean identifier = here.stream().anyMatch(p -> p.mark().identifier());
    boolean indicator = here.stream().anyMatch(p -> !p.mark().identifier());
    if (run.equals(TextReader.EXPLICIT) && here.isEmpty()) {
      return "masked";
    }
    if (identifier && indicator) {
      return "both";
    }
    return identifier ? "identifier" : indicator ? "indicator" : "plain";
  }
}
