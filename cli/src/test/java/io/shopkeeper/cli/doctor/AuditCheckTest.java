package io.shopkeeper.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditCheckTest {

  @Test
  void aWholeChainIsGood() throws IOException {
    AuditCheck.Finding finding =
        AuditCheck.read(json("{'intact':true,'records':7,'message':'All 7 records are fine.'}"));
    assertThat(finding.broken()).isFalse();
    assertThat(finding.text()).isEqualTo("ok: All 7 records are fine.");
  }

  @Test
  void aBrokenOneNamesTheFirstBrokenRecord() throws IOException {
    AuditCheck.Finding finding =
        AuditCheck.read(
            json(
                "{'intact':false,'records':3,'fault':'CHANGED','brokenNumber':4,"
                    + "'message':'Record 4 (id 12) was changed.'}"));
    assertThat(finding.broken()).isTrue();
    assertThat(finding.text())
        .isEqualTo("BROKEN (CHANGED after 3 good records): Record 4 (id 12) was changed.");
  }

  @Test
  void withoutAShopNothingIsClaimed() {
    AuditCheck.Finding finding = AuditCheck.of(Optional.empty());
    assertThat(finding.broken()).isFalse();
    assertThat(finding.text()).startsWith("not checked");
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text.replace('\'', '"'));
  }
}
