package org.sweetie.console.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sweetie.bridge.channel.PlayScript;
import org.sweetie.bridge.channel.ReplayChannel;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.evidence.LogUnavailable;
import org.sweetie.engine.text.TextReader;
import org.sweetie.engine.turn.Pacer;
import org.sweetie.evidence.log.Home;
import org.sweetie.models.text.MaskingReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A house for trying everything out, on a home of its own: one operation with its mandates, the
 * persona, a recipient, and a handful of composed conversations that come in through the channel a
 * live one would use (CONDUCT B13).
 */
public final class Demo implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
  private static final Duration FRESH = Duration.ofDays(7);
  private static final String FOLDER = "/demo/conversations/";

  private final House house;

  private Demo(House house) {
    this.house = house;
  }

  /**
   * Opens a demo home, making it where there is none.
   *
   * @throws org.sweetie.evidence.log.HomeUnusable for a folder that is anything but a demo home
   */
  public static Demo open(Path folder, InstantSource clock, SecureRandom random, Pacer typing) {
    Home home = Home.openOrCreate(folder, Home.Purpose.DEMO);
    DemoRecipient.make(home.folder(), clock.instant(), random);
    mandates(home, clock);
    House house = House.open(home.folder(), Home.Purpose.DEMO, clock, random, typing);
    if (House.all(house.log(), Entry.Operation.class).isEmpty()) {
      house.log().append(new Entry.Operation(clock.instant(), "demo", "A demonstration", true));
    }
    return new Demo(house);
  }

  /** The demo of a house that is open. */
  static Demo of(House house) {
    return new Demo(house);
  }

  /**
   * A demo's mandates hold for a month; a home that was left longer gets new ones from a new
   * authority. The keys of those before stay trusted: what was answered under them can still be
   * checked (CONDUCT B11). The mandate that is looked at here is written last.
   */
  private static void mandates(Home home, InstantSource clock) {
    Path folder = home.subfolder("mandates");
    try {
      if (isFresh(folder.resolve("demo-autonomous.json"), clock)) {
        return;
      }
      DemoMandate authority = new DemoMandate(clock.instant(), Texts.deterrence());
      OwnFiles.replace(
          unused(home.subfolder("authorities")),
          authority.authorityKey().getBytes(StandardCharsets.US_ASCII));
      OwnFiles.replace(folder.resolve("demo-supervised.json"), envelope(authority.supervised()));
      OwnFiles.replace(folder.resolve("demo-autonomous.json"), envelope(authority.autonomous()));
    } catch (IOException e) {
      throw new UncheckedIOException("the demo's mandates could not be written to " + folder, e);
    }
  }

  private static Path unused(Path authorities) {
    Path file = authorities.resolve("demo.pub");
    for (int n = 2; Files.exists(file); n++) {
      file = authorities.resolve("demo-" + n + ".pub");
    }
    return file;
  }

  private static boolean isFresh(Path file, InstantSource clock) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    MandateDocument.Envelope envelope =
        MandateDocument.envelope(file.toString(), Files.readAllBytes(file));
    var expiry = new MandateDocument().read(envelope.document()).expiry();
    return expiry != null && clock.instant().plus(FRESH).isBefore(expiry);
  }

  private static byte[] envelope(MandateDocument.Envelope envelope) {
    ObjectNode node = JsonMapper.shared().createObjectNode();
    node.put("document", envelope.document());
    node.put("signature", envelope.signature());
    node.put("authorityKey", envelope.authorityKey());
    return node.toString().getBytes(StandardCharsets.UTF_8);
  }

  public House house() {
    return house;
  }

  /** A composed conversation and the space it is played in. */
  public record Scene(PlayScript script, String space) {}

  /** The composed conversations, in the order they are played. */
  public static List<Scene> scenes() {
    List<Scene> scenes = new ArrayList<>();
    for (String row : resource("index.txt").lines().toList()) {
      String[] parts = row.strip().split("\\s+", -1);
      if (parts.length == 2 && !row.startsWith("#")) {
        scenes.add(new Scene(PlayScript.parse(parts[0], resource(parts[0])), parts[1]));
      }
    }
    return scenes;
  }

  private static String resource(String name) {
    try (InputStream in = Demo.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException(
            "the program's jar holds no " + FOLDER + name + "; build it again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Plays every scene that this home has not seen, one after the other.
   *
   * @param pause waits between lines
   * @param overlap how many scenes may go on at once
   * @throws LogUnavailable when the log took no more; what was played until then is on record
   */
  public void play(ReplayChannel.Pause pause, int overlap) throws InterruptedException {
    ReplayChannel channel = house.replay(pause);
    List<Thread> playing = new ArrayList<>();
    AtomicReference<@Nullable LogUnavailable> refused = new AtomicReference<>();
    for (Scene scene : scenes()) {
      if (house
          .book()
          .find(new org.sweetie.engine.message.ConversationId(scene.script().conversation()))
          .isPresent()) {
        continue;
      }
      if (refused.get() != null) {
        break;
      }
      Thread thread =
          new Thread(() -> play(channel, scene, refused), "demo-" + scene.script().conversation());
      thread.setDaemon(true);
      thread.start();
      playing.add(thread);
      if (playing.size() >= overlap) {
        playing.remove(0).join();
      }
    }
    for (Thread thread : playing) {
      thread.join();
    }
    LogUnavailable unavailable = refused.get();
    if (unavailable != null) {
      throw unavailable;
    }
  }

  private static void play(
      ReplayChannel channel, Scene scene, AtomicReference<@Nullable LogUnavailable> refused) {
    try {
      channel.play(withTerm(scene.script()), scene.space(), reply -> {});
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (LogUnavailable unavailable) {
      refused.set(unavailable);
    } catch (RuntimeException failed) {
      LOG.error(
          "The demo conversation {} stopped: {}",
          scene.script().conversation(),
          failed.toString(),
          failed);
    }
  }

  /**
   * Whoever types the token is escaped, so a played line carries a term of the word list in its
   * place (CONDUCT A2, A7).
   */
  private static PlayScript withTerm(PlayScript script) {
    return script.mapText(
        text ->
            text.contains(TextReader.EXPLICIT)
                ? text.replace(TextReader.EXPLICIT, MaskingReader.drawTerm(1))
                : text);
  }

  @Override
  public void close() {
    house.close();
  }
}
