package org.sweetie.console.app;

import java.util.Optional;
import java.util.stream.Collectors;
import org.sweetie.engine.persona.Persona;
import org.sweetie.engine.proof.PersonaProof;
import org.sweetie.engine.proof.Proof;
import org.sweetie.engine.proof.Violation;

/** Holds a persona to the proof of conduct before she meets anybody. */
final class PersonaCheck {
  private static final int MOST_SHOWN = 5;

  private PersonaCheck() {}

  /** What she breaks, the first few in words; empty where the proof holds. */
  static Optional<String> violations(Persona persona) {
    Proof proof = PersonaProof.of(persona, Conduct.shipped(Readers.ofTypedText().text()).rules());
    if (proof.holds()) {
      return Optional.empty();
    }
    return Optional.of(
        proof.violations().stream()
            .limit(MOST_SHOWN)
            .map(Violation::toString)
            .collect(
                Collectors.joining(
                    "\n",
                    proof.violations().size() + " violations of conduct; run persona check:\n",
                    "")));
  }
}
