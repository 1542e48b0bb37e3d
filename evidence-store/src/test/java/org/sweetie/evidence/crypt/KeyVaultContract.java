package org.sweetie.evidence.crypt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every key vault keeps to. */
abstract class KeyVaultContract {
  private KeyVault vault;

  /** Opens the same vault each time; empty at first. */
  abstract KeyVault open() throws IOException;

  @BeforeEach
  void openFirst() throws IOException {
    vault = open();
  }

  @AfterEach
  void close() throws IOException {
    vault.close();
  }

  private void reopen() throws IOException {
    vault.close();
    vault = open();
  }

  @Test
  void anOwnerHasOneKeyAndKeepsIt() throws IOException {
    ConversationKey one = vault.keyFor("one");
    byte[] secret = one.secret();
    KeyId two = vault.keyFor("two").id();
    vault.flush();

    reopen();

    assertThat(vault.keyFor("one").id()).isEqualTo(one.id()).isNotEqualTo(two);
    assertThat(vault.keyFor("one").secret()).isEqualTo(secret);
    assertThat(vault.find(two)).map(ConversationKey::id).contains(two);
    assertThat(vault.find("three")).isEmpty();
  }

  @Test
  void aKeyThatWasNotFlushedIsNotThere() throws IOException {
    vault.keyFor("one");

    reopen();

    assertThat(vault.find("one")).isEmpty();
  }

  @Test
  void anErasedKeyIsGoneAndKnownAsErased() throws IOException {
    KeyId one = vault.keyFor("one").id();
    KeyId house = vault.keyFor(KeyVault.HOUSE).id();
    vault.flush();

    Optional<KeyId> erased = vault.erase("one");

    assertThat(erased).contains(one);
    assertThat(vault.find(one)).isEmpty();
    reopen();
    assertThat(vault.find(one)).isEmpty();
    assertThat(vault.find("one")).isEmpty();
    assertThat(vault.erased(one)).isTrue();
    assertThat(vault.erased(house)).isFalse();
    assertThat(vault.find(KeyVault.HOUSE)).map(ConversationKey::id).contains(house);
  }

  @Test
  void erasingTwiceOrWhatNeverWasDoesNothing() throws IOException {
    vault.keyFor("one");
    vault.erase("one");

    assertThat(vault.erase("one")).isEmpty();
    assertThat(vault.erase("never")).isEmpty();
  }

  @Test
  void anErasedOwnerStartsAgainWithAnotherKey() throws IOException {
    KeyId before = vault.keyFor("one").id();
    vault.erase("one");

    KeyId after = vault.keyFor("one").id();
    vault.flush();
    reopen();

    assertThat(after).isNotEqualTo(before);
    assertThat(vault.find("one")).map(ConversationKey::id).contains(after);
    assertThat(vault.erased(before)).isTrue();
  }
}
