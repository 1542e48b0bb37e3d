package org.sweetie.engine.signal;

import java.util.Locale;

/** The kinds of identifier an account may claim in text. */
public enum IdentifierType {
  PHONE,
  EMAIL,
  URL,
  HANDLE,
  IP,
  IBAN,
  CREDIT_CARD,
  BTC_ADDRESS,
  ETH_ADDRESS,
  PERSON_NAME,
  PLACE,
  AGE,
  PAYMENT_REFERENCE;

  /** The name in files and on the wire. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
