package org.sweetie.console.access;

/** A person asked for something that cannot be done; the message tells them why and what to do. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;

  public Refused(String message) {
    super(message);
  }
}
