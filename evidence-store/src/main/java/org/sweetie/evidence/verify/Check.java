package org.sweetie.evidence.verify;

/**
 * One thing that was checked.
 *
 * @param name what was checked, in a few words; stable, so that scripts can look for it
 * @param standard the standard the check follows
 * @param ok whether it held
 * @param detail what was found; for a fault, what was expected and what was there
 */
public record Check(String name, String standard, boolean ok, String detail) {
  @Override
  public String toString() {
    return (ok ? "ok    " : "FAULT ") + name + " [" + standard + "]: " + detail;
  }
}
