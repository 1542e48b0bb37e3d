package org.sweetie.models.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses internet addresses and writes them in canonical form (RFC 4291, RFC 5952). */
final class IpAddresses {
  private static final int GROUPS = 8;

  private IpAddresses() {}

  /** The 32 bits of four decimal parts without leading zeros. */
  static Optional<Integer> v4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return Optional.empty();
    }
    int bits = 0;
    for (String part : parts) {
      if (!isByte(part)) {
        return Optional.empty();
      }
      bits = bits << 8 | Integer.parseInt(part);
    }
    return Optional.of(bits);
  }

  private static boolean isByte(String part) {
    return !part.isEmpty()
        && part.length() <= 3
        && part.chars().allMatch(c -> Chars.isDigit((char) c))
        && (part.length() == 1 || part.charAt(0) != '0')
        && Integer.parseInt(part) <= 255;
  }

  /** The canonical form of an IPv6 address in lower case. */
  static Optional<String> v6(String text) {
    int gap = text.indexOf("::");
    if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
      return Optional.empty();
    }
    List<Integer> head = new ArrayList<>();
    List<Integer> tail = new ArrayList<>();
    boolean isRead =
        gap < 0
            ? groups(text, head)
            : groups(text.substring(0, gap), head) && groups(text.substring(gap + 2), tail);
    int missing = GROUPS - head.size() - tail.size();
    if (!isRead || (gap < 0 ? missing != 0 : missing < 1)) {
      return Optional.empty();
    }
    List<Integer> all = new ArrayList<>(head);
    for (int i = 0; i < missing; i++) {
      all.add(0);
    }
    all.addAll(tail);
    return Optional.of(write(all));
  }

  private static boolean groups(String text, List<Integer> into) {
    if (text.isEmpty()) {
      return true;
    }
    String[] parts = text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      Optional<Integer> bits = i == parts.length - 1 ? v4(parts[i]) : Optional.empty();
      if (bits.isPresent()) {
        into.add(bits.get() >>> 16);
        into.add(bits.get() & 0xFFFF);
      } else if (isGroup(parts[i])) {
        into.add(Integer.parseInt(parts[i], 16));
      } else {
        return false;
      }
    }
    return true;
  }

  private static boolean isGroup(String part) {
    return !part.isEmpty()
        && part.length() <= 4
        && part.chars().allMatch(c -> Chars.isHex((char) c));
  }

  private static String write(List<Integer> groups) {
    if (groups.subList(0, 5).stream().allMatch(g -> g == 0) && groups.get(5) == 0xFFFF) {
      int high = groups.get(6);
      int low = groups.get(7);
      return "::ffff:" + (high >> 8) + "." + (high & 255) + "." + (low >> 8) + "." + (low & 255);
    }
    int start = 0;
    int length = 0;
    for (int i = 0; i < GROUPS; i++) {
      int zeros = zerosFrom(groups, i);
      if (zeros > length) {
        start = i;
        length = zeros;
      }
    }
    if (length < 2) {
      return hex(groups);
    }
    return hex(groups.subList(0, start)) + "::" + hex(groups.subList(start + length, GROUPS));
  }

  private static int zerosFrom(List<Integer> groups, int from) {
    int i = from;
    while (i < GROUPS && groups.get(i) == 0) {
      i++;
    }
    return i - from;
  }

  private static String hex(List<Integer> groups) {
    return String.join(":", groups.stream().map(Integer::toHexString).toList());
  }
}
