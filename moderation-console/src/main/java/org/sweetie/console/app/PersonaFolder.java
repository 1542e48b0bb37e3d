package org.sweetie.console.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.persona.Persona;
import org.sweetie.engine.persona.PersonaException;
import org.sweetie.engine.script.ScriptException;

/**
 * The persona's folder of a home while the house is open: looked at now and then, so that an edit
 * takes hold without a restart. An edit that does not compile is refused and the persona before it
 * stays (CONDUCT B6: what is said comes from a script that was read whole).
 */
final class PersonaFolder {
  private final Path folder;
  private String known;
  private @Nullable String refused;

  /**
   * @param known the hash of the files that were loaded last
   */
  PersonaFolder(Path folder, String known) {
    this.folder = folder;
    this.known = known;
  }

  /** What a look found. */
  record Look(Optional<Persona> changed, @Nullable String problem) {}

  /**
   * Looks at the folder.
   *
   * @return the persona when its files changed and are in order; the problem when they changed and
   *     are not, once for each change
   */
  Look look() {
    try {
      if (!Files.isDirectory(folder)) {
        return new Look(Optional.empty(), null);
      }
      Map<String, String> files = PersonaFiles.of(folder);
      String hash = Persona.hashOf(files);
      if (hash.equals(known) || hash.equals(refused)) {
        return new Look(Optional.empty(), null);
      }
      return compiled(files, hash);
    } catch (IOException halfWritten) {
      // An editor may be writing just now; the next look sees the whole.
      return new Look(Optional.empty(), null);
    }
  }

  private Look compiled(Map<String, String> files, String hash) {
    try {
      Persona persona = Personas.persona(files);
      Optional<String> violations = PersonaCheck.violations(persona);
      if (violations.isPresent()) {
        refused = hash;
        return new Look(Optional.empty(), violations.get());
      }
      known = hash;
      refused = null;
      return new Look(Optional.of(persona), null);
    } catch (ScriptException | PersonaException | IllegalArgumentException wrong) {
      refused = hash;
      return new Look(Optional.empty(), String.valueOf(wrong.getMessage()));
    }
  }
}
