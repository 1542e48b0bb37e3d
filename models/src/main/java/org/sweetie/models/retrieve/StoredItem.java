package org.sweetie.models.retrieve;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.library.LibraryItem;

/**
 * An item as bytes, whole: Lucene's stored strings would replace a lone surrogate by another sign.
 * Each string is its length, its encoding and its bytes: UTF-8, or UTF-16 where UTF-8 loses
 * something.
 */
final class StoredItem {
  private static final int NONE = -1;
  private static final int FORMAT = 1;

  private StoredItem() {}

  static BytesRef write(LibraryItem item) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(item.text().length() + 256);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(FORMAT);
      for (String part : parts(item)) {
        write(part, out);
      }
      out.writeInt(item.topics().size());
      for (String topic : item.topics()) {
        write(topic, out);
      }
      write(item.published(), out);
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory does not fail", e);
    }
    return new BytesRef(bytes.toByteArray());
  }

  private static List<String> parts(LibraryItem item) {
    return List.of(
        item.id(),
        item.title(),
        item.text(),
        item.language(),
        item.type(),
        item.country(),
        item.url());
  }

  private static void write(@Nullable String part, DataOutputStream out) throws IOException {
    if (part == null) {
      out.writeInt(NONE);
      return;
    }
    byte[] utf8 = part.getBytes(StandardCharsets.UTF_8);
    boolean whole = new String(utf8, StandardCharsets.UTF_8).equals(part);
    byte[] bytes = whole ? utf8 : wide(part);
    out.writeInt(bytes.length);
    out.writeBoolean(whole);
    out.write(bytes);
  }

  private static byte[] wide(String part) {
    byte[] bytes = new byte[2 * part.length()];
    for (int i = 0; i < part.length(); i++) {
      bytes[2 * i] = (byte) (part.charAt(i) >> 8);
      bytes[2 * i + 1] = (byte) part.charAt(i);
    }
    return bytes;
  }

  static LibraryItem read(BytesRef stored) {
    ByteArrayInputStream bytes =
        new ByteArrayInputStream(stored.bytes, stored.offset, stored.length);
    try (DataInputStream in = new DataInputStream(bytes)) {
      int format = in.readByte();
      if (format != FORMAT) {
        throw new LibraryUnusable(
            "an item is kept in format " + format + ", expected 1: import the library again", null);
      }
      return read(in);
    } catch (IOException e) {
      throw new LibraryUnusable("an item is damaged: import the library again", e);
    }
  }

  private static LibraryItem read(DataInputStream in) throws IOException {
    String id = text(in);
    String title = text(in);
    String text = text(in);
    String language = text(in);
    String type = text(in);
    String country = text(in);
    String url = text(in);
    List<String> topics = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      topics.add(text(in));
    }
    String published = textOrNone(in);
    return new LibraryItem(id, title, text, language, type, country, topics, url, published);
  }

  private static String text(DataInputStream in) throws IOException {
    String text = textOrNone(in);
    if (text == null) {
      throw new IOException("a part that every item has is missing");
    }
    return text;
  }

  private static @Nullable String textOrNone(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length == NONE) {
      return null;
    }
    boolean utf8 = in.readBoolean();
    byte[] bytes = in.readNBytes(length);
    return utf8 ? new String(bytes, StandardCharsets.UTF_8) : narrow(bytes);
  }

  private static String narrow(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length / 2);
    for (int i = 0; i + 1 < bytes.length; i += 2) {
      text.append((char) (((bytes[i] & 0xFF) << 8) | (bytes[i + 1] & 0xFF)));
    }
    return text.toString();
  }
}
