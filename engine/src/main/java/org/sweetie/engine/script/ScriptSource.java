package org.sweetie.engine.script;

import static java.util.Objects.requireNonNull;

/**
 * One file of a script, already read.
 *
 * @param file path relative to the script's folder, with forward slashes; it names the file in
 *     problems, samples and fired rules
 * @param text the whole content, decoded
 */
public record ScriptSource(String file, String text) {
  public ScriptSource {
    requireNonNull(file, "file");
    requireNonNull(text, "text");
  }
}
