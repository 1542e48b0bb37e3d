package org.sweetie.console.app;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.autoconfigure.ReactiveUserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.sweetie.console.access.OperationInWords;
import org.sweetie.console.access.People;
import org.sweetie.console.access.Reads;
import org.sweetie.console.access.SignInLinks;
import org.sweetie.console.access.Surroundings;
import org.sweetie.console.handover.CaseWork;
import org.sweetie.console.live.LiveDesk;
import org.sweetie.console.live.LiveLog;
import org.sweetie.console.review.ReviewDesk;
import org.sweetie.console.review.Showing;
import org.sweetie.console.review.Threshold;
import org.sweetie.engine.library.Librarian;
import org.sweetie.engine.library.LibraryIndex;
import org.sweetie.engine.text.TextReader;
import org.sweetie.engine.turn.ConversationBook;
import org.sweetie.engine.turn.TurnDesk;
import org.sweetie.evidence.log.Home;
import org.sweetie.models.classify.RiskModel;

/** The console over one house: every bean is a part that the house already has. */
@SpringBootConfiguration
@EnableAutoConfiguration(exclude = ReactiveUserDetailsServiceAutoConfiguration.class)
@ComponentScan({
  "org.sweetie.console.access",
  "org.sweetie.console.live",
  "org.sweetie.console.review",
  "org.sweetie.console.handover",
  "org.sweetie.console.library"
})
class ServeApplication {
  /**
   * Starts the console.
   *
   * @param at where to listen; a demo only ever on this machine (CONDUCT B13)
   */
  static ConfigurableApplicationContext start(House house, LibraryRoom library, Place at) {
    boolean demo = house.home().purpose() == Home.Purpose.DEMO;
    return new SpringApplicationBuilder(ServeApplication.class)
        .logStartupInfo(false)
        .bannerMode(Banner.Mode.OFF)
        .properties(
            "server.port=" + at.port(),
            "server.address=" + at.address(),
            // What a reverse proxy says of the request counts in a live home alone: nothing stands
            // before a demo.
            "server.forward-headers-strategy=" + (demo ? "none" : "framework"),
            "server.shutdown=graceful",
            "spring.lifecycle.timeout-per-shutdown-phase=3s",
            "spring.jmx.enabled=false")
        .initializers(
            context -> {
              context.getBeanFactory().registerSingleton("house", house);
              context.getBeanFactory().registerSingleton("libraryRoom", library);
              register(context.getBeanFactory(), house, demo);
            })
        .run();
  }

  private static void register(ConfigurableListableBeanFactory beans, House house, boolean demo) {
    beans.registerSingleton("surroundings", new Surroundings(demo));
    // Before anything is scanned: the room's page and socket are there where a chat is.
    house.webChat().ifPresent(chat -> beans.registerSingleton("webChat", chat));
    if (demo) {
      beans.registerSingleton("loopbackHosts", new LoopbackHosts());
    }
  }

  @Bean
  LiveLog log(House house) {
    return house.log();
  }

  @Bean
  InstantSource clock(House house) {
    return house.clock();
  }

  @Bean
  ConversationBook book(House house) {
    return house.book();
  }

  @Bean
  TurnDesk desk(House house) {
    return house.desk();
  }

  @Bean
  TextReader reader(House house) {
    return house.readers().text();
  }

  @Bean
  People people(LiveLog log, InstantSource clock) {
    return new People(log, clock);
  }

  @Bean
  SignInLinks links(InstantSource clock) {
    return new SignInLinks(clock, new SecureRandom());
  }

  @Bean
  Reads reads(LiveLog log, InstantSource clock) {
    return new Reads(log, clock);
  }

  @Bean
  OperationInWords operations(LiveLog log, House house, InstantSource clock) {
    return new OperationInWords(log, house.office(), clock);
  }

  @Bean
  Showing showing(TextReader reader) {
    return new Showing(reader);
  }

  @Bean
  Threshold threshold() {
    return new Threshold(new RiskModel().threshold());
  }

  @Bean
  LiveDesk liveDesk(ConversationBook book, TurnDesk desk) {
    return new LiveDesk(book, desk);
  }

  @Bean
  ReviewDesk reviewDesk(
      ConversationBook book, LiveLog log, TurnDesk desk, Reads reads, InstantSource clock) {
    return new ReviewDesk(book, log, desk, reads, clock, Texts.help());
  }

  @Bean
  CaseWork cases(House house) {
    return house.cases();
  }

  @Bean
  LibraryIndex libraryIndex(LibraryRoom library) {
    return library.index();
  }

  @Bean
  Librarian librarian(LibraryRoom library) {
    return library.librarian();
  }
}
