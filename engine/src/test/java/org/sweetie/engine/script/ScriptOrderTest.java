package org.sweetie.engine.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScriptOrderTest {
  private static final List<String> FILES =
      List.of("b.top", "a.tbl", "sub/c.top", "sub/deep/d.top", "persona.yaml", "notes.txt");

  @Test
  void withoutAListingSourcesGoByPath() {
    assertThat(ScriptOrder.order(FILES, Map.of()))
        .containsExactly("a.tbl", "b.top", "sub/c.top", "sub/deep/d.top");
  }

  @Test
  void aListingDecidesOrderAndChoice() {
    String listing = "# first\nsub/ # a folder\nb.top\n\n";

    assertThat(ScriptOrder.order(FILES, Map.of("files1.txt", listing)))
        .containsExactly("sub/c.top", "b.top");
  }

  @Test
  void aSecondSlashTakesFoldersBelow() {
    assertThat(ScriptOrder.order(FILES, Map.of("files1.txt", "sub//\n")))
        .containsExactly("sub/c.top", "sub/deep/d.top");
  }

  @Test
  void aListingWrittenFromChatScriptsFolderIsUnderstood() {
    assertThat(ScriptOrder.order(FILES, Map.of("files1.txt", "RAWDATA/MARIA/sub/c.top\n")))
        .containsExactly("sub/c.top");
    assertThat(ScriptOrder.order(FILES, Map.of("files1.txt", "RAWDATA/MARIA/\n")))
        .containsExactly("a.tbl", "b.top");
  }

  @Test
  void aListingThatNamesNothingIsRefused() {
    assertThatThrownBy(() -> ScriptOrder.order(FILES, Map.of("files1.txt", "b.top\ngone.top\n")))
        .isInstanceOf(ScriptException.class)
        .hasMessageContaining("files1.txt:2")
        .hasMessageContaining("gone.top");
  }

  @Test
  void listingsAreKnownByTheirName() {
    assertThat(ScriptOrder.isListing("filesMaria.txt")).isTrue();
    assertThat(ScriptOrder.isListing("profiles.txt")).isFalse();
  }
}
