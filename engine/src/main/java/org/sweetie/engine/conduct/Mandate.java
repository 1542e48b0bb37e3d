package org.sweetie.engine.conduct;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.message.Inbound.Source;

/**
 * What an authority allows, for where, for how long and on whose responsibility (CONDUCT B7, B12).
 *
 * <p>A value read from a signed document: any part may be missing there, and then {@link
 * #missing()} names it and nothing is sent under it.
 *
 * @param issuer the authority that signed
 * @param legalBasis the law or order it acts under
 * @param controller who answers for the personal data
 * @param dataProtectionBasis GDPR Art. 10 or the Law Enforcement Directive, as transposed
 * @param disclosureExemption the law that lifts the duty to disclose an AI (AI Act, Art. 50)
 * @param spaces the defined spaces, as {@link Source#space()} names them
 * @param suspicion the suspicion on record for these spaces
 * @param scope what is to be found out
 * @param start first instant it holds
 * @param expiry first instant it no longer holds
 * @param countedStatements counterpart-initiated statements after the age disclosure that are
 *     enough (CONDUCT B9)
 * @param sufficientIdentifiers wire names of identifier types that end a flagged conversation once
 *     claimed (CONDUCT B9)
 * @param places places inside the mandate, lower case; empty where it names none
 * @param reportingRoute how a person reports what may not be kept (CONDUCT B14)
 * @param recipients who may be handed a package
 * @param closingText the closing message in place of the last due reply; null where the mandate has
 *     none
 * @param demo made by a demo house for itself; accepted by no other channel (CONDUCT B13)
 */
public record Mandate(
    String id,
    String issuer,
    String legalBasis,
    String controller,
    String dataProtectionBasis,
    String disclosureExemption,
    List<String> spaces,
    String suspicion,
    String scope,
    @Nullable Instant start,
    @Nullable Instant expiry,
    Mode mode,
    int countedStatements,
    List<String> sufficientIdentifiers,
    List<String> places,
    String reportingRoute,
    List<String> recipients,
    @Nullable String closingText,
    boolean demo) {

  /** Who lets a reply go out. */
  public enum Mode {
    /** A person releases each reply. */
    SUPERVISED,
    /** The platform answers by itself what passes the gate. */
    AUTONOMOUS;

    /**
     * The mode of a word in a document; supervised for anything but {@code autonomous}, so that
     * doubt keeps a person in the loop.
     */
    public static Mode of(String word) {
      return word.toLowerCase(Locale.ROOT).equals("autonomous") ? AUTONOMOUS : SUPERVISED;
    }
  }

  public Mandate {
    spaces = List.copyOf(spaces);
    sufficientIdentifiers = List.copyOf(sufficientIdentifiers);
    places = List.copyOf(places);
    recipients = List.copyOf(recipients);
  }

  /**
   * The parts CONDUCT B7 and B12 require that this document does not name; empty for a complete
   * one.
   */
  public List<String> missing() {
    List<String> missing = new ArrayList<>();
    need(missing, "id", id);
    need(missing, "issuer", issuer);
    need(missing, "legalBasis", legalBasis);
    need(missing, "controller", controller);
    need(missing, "dataProtectionBasis", dataProtectionBasis);
    need(missing, "disclosureExemption", disclosureExemption);
    need(missing, "spaces", String.join("", spaces));
    need(missing, "suspicion", suspicion);
    need(missing, "scope", scope);
    need(missing, "start", start == null ? "" : "given");
    need(missing, "expiry", expiry == null ? "" : "given");
    need(missing, "reportingRoute", reportingRoute);
    need(missing, "recipients", String.join("", recipients));
    return missing;
  }

  private static void need(List<String> missing, String name, String value) {
    if (value.isBlank()) {
      missing.add(name);
    }
  }
}
