package org.sweetie.console.app;

import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.sweetie.console.access.People;
import org.sweetie.console.access.Refused;
import org.sweetie.console.access.Role;
import org.sweetie.console.access.SignInLinks;
import org.sweetie.console.access.SignedIn;
import org.sweetie.engine.evidence.LogUnavailable;
import org.sweetie.evidence.log.Home;

/** A running console: the house, its pages, and in a demo the conversations that play. */
public final class Serving implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Serving.class);
  private static final int DEMO_OVERLAP = 2;

  /** How often the persona's folder is looked at. */
  private static final Duration PERSONA_LOOKS = Duration.ofSeconds(2);

  private final House house;
  private final LibraryRoom library;
  private final ConfigurableApplicationContext pages;
  private final Timetable time;
  private final Place at;
  private final boolean demo;

  private Serving(
      House house,
      LibraryRoom library,
      ConfigurableApplicationContext pages,
      Timetable time,
      Place at,
      boolean demo) {
    this.house = house;
    this.library = library;
    this.pages = pages;
    this.time = time;
    this.at = at;
    this.demo = demo;
  }

  /**
   * Opens a home and serves it.
   *
   * @param at where to listen
   * @param demo whether it is a demo, which keeps to loopback and to a home of its own
   * @throws Refused when it is taken, or a demo is to be reached from elsewhere; nothing is made
   *     then
   */
  public static Serving start(Path folder, Place at, boolean demo) {
    if (demo && !at.isLoopback()) {
      throw new Refused(
          "--address "
              + at.address()
              + ": a demo is for this machine alone (CONDUCT B13); leave the address out");
    }
    at.requireFree();
    InstantSource clock = InstantSource.system();
    Timetable time = new Timetable();
    SecureRandom random = new SecureRandom();
    House house =
        demo
            ? Demo.open(folder, clock, random, time).house()
            : House.open(folder, Home.Purpose.LIVE, clock, random, time);
    try {
      LibraryRoom library = LibraryRoom.open(house.home(), demo);
      Serving serving =
          new Serving(house, library, ServeApplication.start(house, library, at), time, at, demo);
      time.every(PERSONA_LOOKS, house::reloadPersona);
      return serving;
    } catch (PortInUseException takenMeanwhile) {
      time.close();
      house.close();
      throw Place.inUse(at.port());
    } catch (RuntimeException | Error failed) {
      time.close();
      house.close();
      throw failed;
    }
  }

  public int port() {
    return pages.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  /**
   * Prints the address and a one-time sign-in link: for the administrator, or in a demo for each
   * demo role.
   */
  public void greet(PrintStream out) {
    String address = "http://" + at.inLinks() + ":" + port();
    out.println("Sweetie is at " + address);
    SignInLinks links = pages.getBean(SignInLinks.class);
    people()
        .forEach(
            (label, person) ->
                out.printf(
                    "  %-24s %s%s%n", label, address, SignInLinks.path(links.issue(person.id()))));
    out.println(
        "Each link signs in once, within "
            + SignInLinks.LIFETIME.toMinutes()
            + " minutes. No password exists.");
    if (demo) {
      out.println("  chat room                " + address + "/room");
    }
    out.flush();
  }

  private Map<String, SignedIn> people() {
    People people = pages.getBean(People.class);
    Map<String, SignedIn> shown = new LinkedHashMap<>();
    for (Role role : demo ? List.of(Role.values()) : List.of(Role.ADMINISTRATOR)) {
      shown.put(role.label(), person(people, role.label(), role));
    }
    if (demo) {
      shown.put("Liaison, second person", person(people, "Second liaison", Role.LIAISON));
    }
    return shown;
  }

  private static SignedIn person(People people, String name, Role role) {
    Optional<SignedIn> known =
        people.all().stream().filter(p -> p.name().equals(name) && p.is(role)).findFirst();
    return known.orElseGet(() -> people.enrol(name, EnumSet.of(role)));
  }

  /** Plays the demo's conversations at reading speed, in the background. */
  public void play() {
    Thread player =
        new Thread(
            () -> {
              try {
                Demo.of(house).play(time -> Thread.sleep(time.toMillis()), DEMO_OVERLAP);
              } catch (LogUnavailable refused) {
                LOG.error("The demo's conversations stopped: {}", refused.getMessage());
              } catch (InterruptedException closing) {
                LOG.debug("the demo ended while conversations were playing");
              }
            },
            "demo");
    player.setDaemon(true);
    player.start();
  }

  public House house() {
    return house;
  }

  @Override
  public void close() {
    pages.close();
    library.close();
    time.close();
    house.close();
  }
}
