package org.sweetie.console.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.sweetie.console.app.Place;
import org.sweetie.console.app.Serving;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The console and its channels. */
@Command(
    name = "serve",
    description =
        "Serves the console and every channel; prints the address and one-time sign-in links.")
final class ServeCommand implements Callable<Integer> {
  @Mixin HomeOption home = new HomeOption();

  @Option(
      names = "--port",
      paramLabel = "8080",
      defaultValue = "8080",
      description = "0 for any free one (default ${DEFAULT-VALUE})")
  int port = 8080;

  @Option(
      names = "--address",
      paramLabel = "ADDRESS",
      defaultValue = Place.LOOPBACK,
      description =
          "where to listen: this machine alone unless said otherwise (default ${DEFAULT-VALUE})")
  String address = Place.LOOPBACK;

  @Option(
      names = "--demo",
      description =
          "a demonstration on loopback, with a home of its own (default ~/.sweetie-demo) and composed conversations")
  boolean demo;

  @Override
  public Integer call() throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    Serving serving = Serving.start(folder(), new Place(address, port), demo);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  serving.close();
                  stopped.countDown();
                },
                "closing"));
    serving.greet(System.out);
    if (demo) {
      serving.play();
    }
    stopped.await();
    return Exit.DONE;
  }

  private Path folder() {
    boolean given = home.folder != null;
    return demo && !given ? Path.of(System.getProperty("user.home"), ".sweetie-demo") : home.path();
  }
}
