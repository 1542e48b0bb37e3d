package org.sweetie.evidence.verify;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A zip with exactly one form for its contents (APPNOTE 6.3.10): members stored as they are, one
 * fixed time, no extra fields, no comments, no flags.
 *
 * <p>Because the form is unique, a reader can build the zip again from what it read and compare
 * every byte; and because nothing is compressed, a zip never unfolds into more than its own size.
 */
public final class CanonicalZip {
  private static final int LOCAL = 0x04034b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final int LOCAL_LENGTH = 30;
  private static final int CENTRAL_LENGTH = 46;
  private static final int END_LENGTH = 22;
  private static final short VERSION = 20;
  // 1980-01-01 00:00, the first time a zip can hold.
  private static final short TIME = 0;
  private static final short DATE = 0x21;
  private static final int MOST_MEMBERS = 65_534;

  private CanonicalZip() {}

  /** One file: a relative path in printable ASCII with {@code /} between names, and its bytes. */
  public record Member(String name, byte[] content) {
    public Member {
      if (!safe(name)) {
        throw new IllegalArgumentException(
            "zip member '"
                + name
                + "': expected a relative path in printable ASCII without . or ..");
      }
    }

    private static boolean safe(String name) {
      if (name.isEmpty() || name.length() > 200) {
        return false;
      }
      boolean plain = name.chars().allMatch(c -> c > 0x20 && c < 0x7f && c != '\\' && c != ':');
      return plain
          && Arrays.stream(name.split("/", -1))
              .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
    }
  }

  /**
   * What was read: the members, and where the bytes leave the one form, if they do.
   *
   * @param difference the first difference in words, or null
   */
  record Reading(List<Member> members, @Nullable String difference) {}

  /**
   * The zip of these members in this order.
   *
   * @throws IllegalArgumentException for two members of one name, or more than fit in 2 GB
   */
  public static byte[] write(List<Member> members) {
    long size = END_LENGTH;
    Set<String> names = new LinkedHashSet<>();
    for (Member member : members) {
      if (!names.add(member.name())) {
        throw new IllegalArgumentException("two zip members named " + member.name());
      }
      size += LOCAL_LENGTH + CENTRAL_LENGTH + 2L * member.name().length() + member.content().length;
    }
    if (size > Integer.MAX_VALUE - 8 || members.size() > MOST_MEMBERS) {
      throw new IllegalArgumentException(
          members.size()
              + " members of "
              + size
              + " bytes: a package holds 65,534 files and 2 GB at most");
    }
    ByteBuffer zip = ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
    fill(zip, members);
    return zip.array();
  }

  private static void fill(ByteBuffer zip, List<Member> members) {
    int[] starts = new int[members.size()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = zip.position();
      Member member = members.get(i);
      zip.putInt(LOCAL);
      common(zip, member);
      zip.put(ascii(member.name())).put(member.content());
    }
    int directory = zip.position();
    for (int i = 0; i < starts.length; i++) {
      Member member = members.get(i);
      zip.putInt(CENTRAL).putShort(VERSION);
      common(zip, member);
      zip.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0).putInt(starts[i]);
      zip.put(ascii(member.name()));
    }
    int length = zip.position() - directory;
    short count = (short) starts.length;
    zip.putInt(END).putShort((short) 0).putShort((short) 0).putShort(count).putShort(count);
    zip.putInt(length).putInt(directory).putShort((short) 0);
  }

  /**
   * The fields a local header and a directory entry share, from the version to the extra length.
   */
  private static void common(ByteBuffer zip, Member member) {
    zip.putShort(VERSION).putShort((short) 0).putShort((short) 0).putShort(TIME).putShort(DATE);
    zip.putInt(crc(member.content()));
    zip.putInt(member.content().length).putInt(member.content().length);
    zip.putShort((short) member.name().length()).putShort((short) 0);
  }

  /**
   * Reads the members and says where the bytes leave the one form.
   *
   * @throws Fault where not even the members can be made out
   */
  static Reading read(byte[] zip) {
    List<Member> members = members(zip);
    byte[] again;
    try {
      again = write(members);
    } catch (IllegalArgumentException twice) {
      throw new Fault("not one of our zips: " + twice.getMessage(), twice);
    }
    int at = Arrays.mismatch(zip, again);
    return new Reading(members, at < 0 ? null : difference(zip, members, at));
  }

  private static List<Member> members(byte[] zip) {
    ByteBuffer in = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    List<Member> members = new ArrayList<>();
    try {
      while (in.getInt(in.position()) == LOCAL) {
        members.add(member(in));
      }
    } catch (BufferUnderflowException | IndexOutOfBoundsException cut) {
      throw new Fault(
          "not one of our zips: it breaks off in or after file "
              + members.size()
              + " of its members",
          cut);
    }
    if (members.isEmpty()) {
      throw new Fault("not one of our zips: it does not begin with a zip member");
    }
    return members;
  }

  private static Member member(ByteBuffer in) {
    int start = in.position();
    in.position(start + 8);
    if (in.getShort() != 0) {
      throw new Fault(
          "the zip member at byte " + start + " is compressed: ours are stored as they are");
    }
    in.position(start + 18);
    int size = in.getInt();
    in.position(start + 26);
    int nameLength = in.getShort() & 0xffff;
    int extra = in.getShort() & 0xffff;
    if (size < 0 || extra != 0 || size > in.remaining() - nameLength) {
      throw new Fault("the header of the zip member at byte " + start + " has impossible sizes");
    }
    byte[] name = new byte[nameLength];
    byte[] content = new byte[size];
    in.get(name).get(content);
    try {
      return new Member(new String(name, StandardCharsets.ISO_8859_1), content);
    } catch (IllegalArgumentException odd) {
      throw new Fault(
          "the zip member at byte " + start + " has a name no package of ours has", odd);
    }
  }

  private static String difference(byte[] zip, List<Member> members, int at) {
    int position = 0;
    for (Member member : members) {
      int content = position + LOCAL_LENGTH + member.name().length();
      if (at < content) {
        return damagedHeader(zip, member, position, at);
      }
      position = content + member.content().length;
    }
    int directory = position;
    for (Member member : members) {
      directory += CENTRAL_LENGTH + member.name().length();
    }
    String where =
        at < directory ? "directory" : at < directory + END_LENGTH ? "end record" : "end";
    return "byte " + at + " of the zip (" + where + ") is not as its members require";
  }

  private static String damagedHeader(byte[] zip, Member member, int start, int at) {
    boolean crc = at >= start + 14 && at < start + 18;
    return crc
        ? "the bytes of " + member.name() + " do not have the CRC-32 that the zip states for them"
        : "byte "
            + at
            + " of the zip (header of "
            + member.name()
            + ") is "
            + (zip[at] & 0xff)
            + ", which no header of ours holds there";
  }

  private static int crc(byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    return (int) crc.getValue();
  }

  private static byte[] ascii(String name) {
    return name.getBytes(StandardCharsets.US_ASCII);
  }
}
