package org.sweetie.console.app;

import java.util.Set;
import org.sweetie.engine.conduct.MandateOffice;
import org.sweetie.engine.text.TextReader;
import org.sweetie.engine.turn.Replayer;
import org.sweetie.evidence.log.Home;

/** Makes replayers with the policy this program ships. */
public final class Replays {
  private Replays() {}

  /** The authorities a home trusts. */
  public static Set<String> authorities(Home home) {
    return House.authorities(home);
  }

  /**
   * A replayer.
   *
   * @param authorities public keys of the authorities whose mandates count
   * @param demo whether the record is a demo's
   */
  public static Replayer replayer(Set<String> authorities, boolean demo) {
    TextReader reader = Readers.ofTypedText().text();
    return new Replayer(
        reader,
        Conduct.shipped(reader).gate(),
        new MandateOffice(authorities, new MandateDocument(), demo),
        Personas::proposer);
  }
}
