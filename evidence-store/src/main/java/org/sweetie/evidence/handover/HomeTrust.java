package org.sweetie.evidence.handover;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.evidence.log.ProvableLog;
import org.sweetie.evidence.verify.Trust;

/** What a home gives out once, by another road than its packages, so that they can be checked. */
public final class HomeTrust {
  private HomeTrust() {}

  /**
   * The trust file of a home.
   *
   * @param authorities the keys of the authorities it trusts, SubjectPublicKeyInfo in base64
   * @param demo whether it is a demo home
   */
  public static Trust of(
      ProvableLog log, SigningIdentity identity, Set<String> authorities, boolean demo) {
    Map<String, String> keys = new LinkedHashMap<>();
    log.read(
        0,
        stored -> {
          if (stored.entry() instanceof Entry.Person person) {
            keys.remove(person.id());
            if (person.publicKey() != null) {
              keys.put(person.id(), person.publicKey());
            }
          }
        });
    List<Trust.Approver> approvers =
        keys.entrySet().stream()
            .map(each -> new Trust.Approver(each.getKey(), each.getValue()))
            .sorted(java.util.Comparator.comparing(Trust.Approver::id))
            .toList();
    return new Trust(
        demo,
        log.verifierKey().toString(),
        identity.fingerprint(),
        authorities.stream().sorted().toList(),
        approvers);
  }
}
