package org.sweetie.evidence.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sweetie.engine.needs.Needs;
import org.sweetie.evidence.verify.Pem;

/** What the READMEs tell a recipient to type, typed. */
@Needs(program = "openssl", install = "apt-get install openssl")
class OpensslTest {
  @TempDir Path folder;
  private House house;

  @BeforeEach
  void open() {
    house = new House(folder.resolve("home"));
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void opensslVerifiesTheOuterSignatureAndOpensThePackage() throws Exception {
    byte[] zip = exported(House.recipient());
    unpack(Zips.unzip(zip));
    Files.write(folder.resolve("KEY.pem"), Pem.of(House.recipientKey()));
    Files.write(folder.resolve("CERT.pem"), Pem.of(House.recipientCertificate()));

    sh("sha256sum -c SHA256SUMS");
    sh("openssl pkcs7 -inform DER -in SHA256SUMS.p7s -print_certs -out signer.pem");
    String print = sh("openssl x509 -in signer.pem -noout -fingerprint -sha256");
    sh(
        "openssl cms -verify -inform DER -in SHA256SUMS.p7s -content SHA256SUMS -binary"
            + " -CAfile signer.pem -purpose any -out /dev/null");
    sh(
        "openssl cms -decrypt -inform DER -in package.cms -binary -recip CERT.pem -inkey KEY.pem"
            + " -out bag.zip");

    assertThat(print.replace(":", "").toLowerCase(java.util.Locale.ROOT))
        .contains(house.trust().signer());
    assertThat(Files.readAllBytes(folder.resolve("bag.zip")))
        .isEqualTo(Zips.bag(zip, House.recipientKey()));
  }

  @Test
  void opensslAndSha256sumCheckTheBag() throws Exception {
    byte[] zip = exported(House.recipient());
    unpack(Zips.unzip(zip));
    unpack(Zips.unzip(Zips.bag(zip, House.recipientKey())));

    sh("openssl pkcs7 -inform DER -in SHA256SUMS.p7s -print_certs -out sweetie-case/signer.pem");
    sh(
        "cd sweetie-case && sha256sum -c tagmanifest-sha256.txt && sha256sum -c manifest-sha256.txt");
    sh(
        "cd sweetie-case && openssl cms -verify -inform DER -in signature.p7s"
            + " -content tagmanifest-sha256.txt -binary -CAfile signer.pem -purpose any -out /dev/null");
  }

  @Test
  void opensslOpensAPackageForAnEllipticCurve() throws Exception {
    KeyPair pair = House.ec();
    var certificate =
        House.certificate(pair, "SHA256withECDSA", House.NOW, House.NOW.plusSeconds(99_999));
    unpack(Zips.unzip(exported(Recipient.of(certificate, House.NOW))));
    Files.write(folder.resolve("KEY.pem"), Pem.of(pair.getPrivate()));
    Files.write(folder.resolve("CERT.pem"), Pem.of(certificate));

    sh(
        "openssl cms -decrypt -inform DER -in package.cms -binary -recip CERT.pem -inkey KEY.pem"
            + " -out bag.zip");

    assertThat(Zips.unzip(Files.readAllBytes(folder.resolve("bag.zip"))))
        .containsKey("sweetie-case/bagit.txt");
  }

  private byte[] exported(Recipient recipient) throws IOException {
    Path file = folder.resolve("case.zip");
    house.export(recipient, file);
    return Files.readAllBytes(file);
  }

  private void unpack(java.util.Map<String, byte[]> files) throws IOException {
    for (var each : files.entrySet()) {
      Path file = folder.resolve(each.getKey());
      Files.createDirectories(file.getParent());
      Files.write(file, each.getValue());
    }
  }

  private String sh(String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(List.of("sh", "-c", command))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(command).isTrue();
    assertThat(process.exitValue()).as(command + "\n" + said).isZero();
    return said;
  }
}
