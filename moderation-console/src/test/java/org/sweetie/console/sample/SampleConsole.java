package org.sweetie.console.sample;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.sweetie.bridge.channel.WebChat;
import org.sweetie.console.access.OperationInWords;
import org.sweetie.console.access.People;
import org.sweetie.console.access.Reads;
import org.sweetie.console.access.SignInLinks;
import org.sweetie.console.access.Surroundings;
import org.sweetie.console.app.Texts;
import org.sweetie.console.handover.CaseWork;
import org.sweetie.console.live.LiveDesk;
import org.sweetie.console.live.LiveLog;
import org.sweetie.console.review.ReviewDesk;
import org.sweetie.console.review.Showing;
import org.sweetie.console.review.Threshold;

/** The console's rooms around a sample house, on a port of this machine. */
@Configuration
@EnableAutoConfiguration
@ComponentScan({
  "org.sweetie.console.access",
  "org.sweetie.console.live",
  "org.sweetie.console.review",
  "org.sweetie.console.handover",
  "org.sweetie.console.library"
})
public class SampleConsole {
  /** Starts the console of a demo, with its chat room, on any free port. */
  public static ConfigurableApplicationContext start(SampleHouse house, String... properties) {
    return start(house, true, properties);
  }

  /** Starts the console of a live home on any free port. */
  public static ConfigurableApplicationContext live(SampleHouse house, String... properties) {
    return start(house, false, properties);
  }

  private static ConfigurableApplicationContext start(
      SampleHouse house, boolean demo, String... properties) {
    return new SpringApplicationBuilder(SampleConsole.class)
        .properties(
            "server.port=0",
            "server.address=127.0.0.1",
            "spring.main.banner-mode=off",
            // An open page would hold a graceful end up for as long as it is waited for.
            "server.shutdown=immediate",
            "spring.reactor.netty.shutdown-quiet-period=0s",
            "logging.level.root=warn")
        .properties(properties)
        .initializers(context -> register(context.getBeanFactory(), house, demo))
        .run();
  }

  private static void register(
      ConfigurableListableBeanFactory beans, SampleHouse house, boolean demo) {
    beans.registerSingleton("house", house);
    beans.registerSingleton("surroundings", new Surroundings(demo));
    if (demo) {
      beans.registerSingleton(
          "webChat",
          new WebChat(house.desk, house.clock, "web:room", () -> UUID.randomUUID().toString()));
    }
  }

  public static int port(ConfigurableApplicationContext running) {
    return running.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  @Bean
  LiveLog log(SampleHouse house) {
    return house.log;
  }

  @Bean
  InstantSource clock(SampleHouse house) {
    return house.clock;
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
  OperationInWords operations(LiveLog log, SampleHouse house) {
    return new OperationInWords(log, house.office, house.clock);
  }

  @Bean
  Showing showing(SampleHouse house) {
    return new Showing(house.reader);
  }

  @Bean
  Threshold threshold() {
    return new Threshold(WordAnalyzer.THRESHOLD);
  }

  @Bean
  LiveDesk liveDesk(SampleHouse house) {
    return new LiveDesk(house.book, house.desk);
  }

  @Bean
  ReviewDesk reviewDesk(SampleHouse house, Reads reads) {
    return new ReviewDesk(house.book, house.log, house.desk, reads, house.clock, Texts.help());
  }

  @Bean
  CaseWork cases(SampleHouse house) {
    return new SampleCases(house.book);
  }

  @Bean
  SampleLibrary library() {
    return new SampleLibrary();
  }
}
