package org.sweetie.console.app;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import org.sweetie.console.access.Refused;

/**
 * Where a console listens.
 *
 * @param address an address of this machine
 * @param port 0 to 65535; 0 for any free one
 */
public record Place(String address, int port) {
  /** This machine alone. */
  public static final String LOOPBACK = "127.0.0.1";

  /**
   * @throws Refused for a port that there is not, or an address that is none
   */
  public Place {
    if (port < 0 || port > 65_535) {
      throw new Refused("--port " + port + ": expected 0 to 65535");
    }
    resolved(address);
  }

  private static InetAddress resolved(String address) {
    try {
      return InetAddress.getByName(address);
    } catch (UnknownHostException nobody) {
      throw new Refused(
          "--address " + address + ": no such address; expected one of this machine's");
    }
  }

  /** Whether only this machine can reach it. */
  public boolean isLoopback() {
    return resolved(address).isLoopbackAddress();
  }

  /**
   * Sees that the place is free, before anything is made for it.
   *
   * @throws Refused when it is not
   */
  void requireFree() {
    try (ServerSocket tried = new ServerSocket()) {
      tried.bind(new InetSocketAddress(resolved(address), port));
    } catch (BindException taken) {
      throw refused(String.valueOf(taken.getMessage()));
    } catch (IOException failed) {
      throw new Refused("--address " + address + " --port " + port + ": " + failed.getMessage());
    }
  }

  private Refused refused(String why) {
    if (why.contains("Cannot assign")) {
      return new Refused(
          "--address " + address + ": not an address of this machine; name one that is");
    }
    return why.contains("ermission")
        ? new Refused("--port " + port + " may not be opened by you; name one above 1023")
        : inUse(port);
  }

  static Refused inUse(int port) {
    return new Refused("--port " + port + " is in use; name another with --port");
  }

  /** The address as it stands in a link. */
  String inLinks() {
    InetAddress resolved = resolved(address);
    String shown = resolved.isAnyLocalAddress() ? LOOPBACK : address;
    return shown.contains(":") ? "[" + shown + "]" : shown;
  }
}
