package org.sweetie.evidence.handover;

import static org.assertj.core.api.Assertions.assertThatCode;

import gov.loc.repository.bagit.domain.Bag;
import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BagItTest {
  @TempDir Path folder;

  @Test
  void theLibraryOfCongressValidatorFindsTheBagCompleteAndValid() throws Exception {
    try (House house = new House(folder.resolve("home"))) {
      house.export(House.recipient(), folder.resolve("case.zip"));
    }
    byte[] zip = Files.readAllBytes(folder.resolve("case.zip"));
    for (var each : Zips.unzip(Zips.bag(zip, House.recipientKey())).entrySet()) {
      Path file = folder.resolve("bag").resolve(each.getKey());
      Files.createDirectories(file.getParent());
      Files.write(file, each.getValue());
    }

    Bag bag = new BagReader().read(folder.resolve("bag/sweetie-case"));

    try (BagVerifier verifier = new BagVerifier()) {
      assertThatCode(() -> verifier.isComplete(bag, false)).doesNotThrowAnyException();
      assertThatCode(() -> verifier.isValid(bag, false)).doesNotThrowAnyException();
    }
  }
}
