package org.sweetie.bridge.channel;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.evidence.LogUnavailable;
import org.sweetie.engine.message.ConversationId;
import org.sweetie.engine.message.Inbound.Source;
import org.sweetie.engine.turn.Inbox;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The web chat room, as a protocol of text frames; whoever owns the WebSocket (RFC 6455) carries
 * them.
 *
 * <p>From the page: {@code {"type":"hello","resume":TOKEN?}} first, then {@code
 * {"type":"say","id":N,"text":…}} or {@code {"type":"media","mediaType":…,"size":N}} for something
 * that was dropped in the page and never left it. To the page: {@code welcome} with the token that
 * finds the conversation again after a lost connection, {@code kept} once a line is on record,
 * {@code line} for a reply, {@code notice} in plain words for whatever was not taken. A line that
 * is not confirmed by {@code kept} is still the page's to send again, under the number it had; a
 * line that is on record already is confirmed again and not taken twice.
 */
public final class WebChat implements Channel {
  /** Longest line in UTF-16 units. */
  public static final int LONGEST = 2_000_000;

  /** A line that gives no number cannot be told from another. */
  private static final long UNNUMBERED = 0;

  /** A page that comes back says again what it has no confirmation for: a handful of lines. */
  private static final int REMEMBERED_LINES = 1_000;

  private static final JsonMapper JSON = JsonMapper.shared();

  private final TextOnly door;
  private final String space;
  private final Supplier<String> tokens;
  private final Map<String, Room> rooms = new ConcurrentHashMap<>();
  private final Map<ConversationId, Room> byConversation = new ConcurrentHashMap<>();

  /**
   * @param space the defined space a mandate names: {@code web:demo-room}
   * @param tokens gives a new unguessable token each time
   */
  public WebChat(Inbox inbox, InstantSource clock, String space, Supplier<String> tokens) {
    this.door = new TextOnly(inbox, clock);
    this.space = space;
    this.tokens = tokens;
  }

  @Override
  public String kind() {
    return "web";
  }

  /** A page has connected. {@code out} takes the frames for it and must not block. */
  public Connection connect(FrameSink out) {
    return new Connection(out);
  }

  @Override
  public boolean send(ConversationId conversation, String text) {
    Room room = byConversation.get(conversation);
    return room != null && room.deliver(text);
  }

  @Override
  public void close() {
    rooms.values().forEach(room -> room.leave(null, "the platform closed the channel"));
    rooms.clear();
    byConversation.clear();
  }

  private Room enter(@Nullable String token) {
    Room known = token == null ? null : rooms.get(token);
    if (known != null) {
      return known;
    }
    String fresh = tokens.get();
    // The token finds the conversation again, so it is a secret of the page; the name on record is
    // a different one.
    Room room = new Room(fresh, new ConversationId("web-" + tokens.get().substring(0, 12)));
    rooms.put(fresh, room);
    byConversation.put(room.id, room);
    return room;
  }

  /** Whether a line holds anything a person could read; what is too new to be known is that. */
  private static boolean isVisible(String text) {
    return text.codePoints()
        .anyMatch(
            c ->
                switch (Character.getType(c)) {
                  case Character.CONTROL,
                      Character.FORMAT,
                      Character.SURROGATE,
                      Character.PRIVATE_USE,
                      Character.SPACE_SEPARATOR,
                      Character.LINE_SEPARATOR,
                      Character.PARAGRAPH_SEPARATOR ->
                      false;
                  default -> true;
                });
  }

  private static ObjectNode frame(String type) {
    return JSON.createObjectNode().put("type", type);
  }

  /** Takes frames for one page. */
  @FunctionalInterface
  public interface FrameSink {
    /** Hands over one text frame; returns false where the page is gone. */
    boolean send(String frame);
  }

  /** One page's connection. Frames are handed in one after the other. */
  public final class Connection {
    private final FrameSink out;
    private @Nullable Room room;

    private Connection(FrameSink out) {
      this.out = out;
    }

    /**
     * Takes in a text frame. A frame that is not understood is answered with a notice and changes
     * nothing.
     *
     * <p>Blocks until what it brought is on record.
     */
    public void text(String frame) {
      try {
        JsonNode read = JSON.readTree(frame);
        take(read.path("type").asString(""), read);
      } catch (JacksonException notJson) {
        notice("This frame is not JSON, so it was not taken. Reload the page and try again.");
      } catch (LogUnavailable full) {
        notice(
            "Your line could not be kept, so it was not sent. Keep it and try again in a moment.");
      }
    }

    private void take(String type, JsonNode frame) {
      switch (type) {
        case "hello" -> hello(frame.path("resume").asString(null));
        case "say" -> say(frame.path("id").asLong(UNNUMBERED), frame.path("text").asString(""));
        case "media" ->
            media(frame.path("mediaType").asString("unknown"), frame.path("size").asLong(-1));
        default ->
            notice(
                "Frames of type '"
                    + shortened(type)
                    + "' are not known here; say, media and hello are.");
      }
    }

    private static String shortened(String type) {
      return type.substring(0, Math.min(40, type.length()));
    }

    private void hello(@Nullable String token) {
      Room entered = enter(token);
      room = entered;
      entered.join(out);
    }

    private void say(long id, String text) {
      Room here = room;
      if (here == null) {
        notice("Say hello first: the page has not entered the room.");
      } else if (text.isEmpty()) {
        notice("An empty line was not sent.");
      } else if (!isVisible(text)) {
        notice(
            "A line of nothing but spaces or control characters was not sent. It is still yours to"
                + " change and send again.");
      } else if (text.length() > LONGEST) {
        notice(
            "A line of "
                + text.length()
                + " characters is too long; up to "
                + LONGEST
                + " can be sent at once.");
      } else {
        here.spoke = true;
        here.say(id, text);
      }
    }

    /** Something that is not text was offered; its content was dropped and is nowhere. */
    public void media(String declaredType, long declaredSize) {
      Room here = room;
      if (here != null) {
        here.spoke = true;
        door.media(here.id, here.source(), declaredType, declaredSize);
      }
      notice("Only text can be sent here. What you added was dropped and not looked at.");
    }

    /** The page went away. */
    public void closed(String reason) {
      if (room != null) {
        room.leave(out, reason);
      }
    }

    private void notice(String text) {
      out.send(frame("notice").put("text", text).toString());
    }
  }

  /** One conversation: who is connected to it, and the lines that wait for a page to come back. */
  private final class Room {
    private final String token;
    private final ConversationId id;
    private final Deque<String> waiting = new ArrayDeque<>();

    /** The lines taken, by their numbers, oldest first; true once one is on record. */
    private final Map<Long, Boolean> taken = new LinkedHashMap<>();

    private @Nullable FrameSink page;
    // Who only looked on is a bystander, and nothing of a bystander goes on record (CONDUCT C7).
    private volatile boolean spoke;

    Room(String token, ConversationId id) {
      this.token = token;
      this.id = id;
    }

    Source source() {
      return new Source("web", space, "guest-" + id.value().substring(id.value().length() - 6));
    }

    /** Takes in a line, unless a page that lost its connection says it again. */
    void say(long number, String text) {
      synchronized (this) {
        Boolean onRecord = number == UNNUMBERED ? null : taken.get(number);
        if (onRecord != null) {
          // While it is still being recorded, the confirmation is on its way to whatever page is
          // here then.
          confirm(number, onRecord);
          return;
        }
        taken.put(number, false);
        forgetOldest();
      }
      try {
        door.text(id, source(), text, () -> confirmed(number));
      } catch (LogUnavailable full) {
        synchronized (this) {
          taken.remove(number);
        }
        throw full;
      }
    }

    private synchronized void confirmed(long number) {
      taken.put(number, true);
      confirm(number, true);
    }

    private void confirm(long number, boolean onRecord) {
      FrameSink here = page;
      if (onRecord && here != null) {
        here.send(frame("kept").put("id", number).toString());
      }
    }

    private void forgetOldest() {
      if (taken.size() > REMEMBERED_LINES) {
        Iterator<Long> oldest = taken.keySet().iterator();
        oldest.next();
        oldest.remove();
      }
    }

    synchronized void join(FrameSink out) {
      page = out;
      out.send(frame("welcome").put("resume", token).toString());
      while (!waiting.isEmpty() && out.send(waiting.peek())) {
        waiting.remove();
      }
    }

    synchronized boolean deliver(String text) {
      String line = frame("line").put("text", text).toString();
      FrameSink here = page;
      if (here != null && here.send(line)) {
        return true;
      }
      waiting.add(line);
      return false;
    }

    /**
     * The page that left; null when the channel closes. A page that was already replaced leaves
     * nothing behind.
     */
    void leave(@Nullable FrameSink out, String reason) {
      synchronized (this) {
        if (page == null || (out != null && out != page)) {
          return;
        }
        page = null;
      }
      if (spoke) {
        door.gap(id, source(), reason);
      }
    }
  }
}
