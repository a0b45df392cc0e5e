package io.shopkeeper.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shopkeeper.platform.boundary.RequestId;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class JsonLinesTest {

  @Test
  void aLineIsOneObjectWithTheRequestsName() throws JsonProcessingException {
    var record = new LogRecord(Level.WARNING, "SHOP-0011 job {0} failed:\n{1}");
    record.setLoggerName("io.shopkeeper.jobs");
    record.setParameters(new Object[] {7, "数据\"太少"});
    RequestId.Scope scope = RequestId.open("request-1");
    String line = new JsonLines().format(record);
    scope.close();
    assertThat(line.lines()).hasSize(1);
    JsonNode json = new ObjectMapper().readTree(line);
    assertThat(json.path("level").asText()).isEqualTo("warning");
    assertThat(json.path("code").asText()).isEqualTo("SHOP-0011");
    assertThat(json.path("message").asText()).isEqualTo("SHOP-0011 job 7 failed:\n数据\"太少");
    assertThat(json.path("requestId").asText()).isEqualTo("request-1");
    assertThat(json.has("error")).isFalse();
    assertThat(RequestId.current()).isEmpty();
  }

  @Test
  void nobodysAddressAndNoKeyStandsInIt() {
    var record =
        new LogRecord(Level.SEVERE, "mail li.wei@shop.example.org with sk_abcd1234_secret");
    record.setThrown(
        new IllegalStateException("Key (email)=(李@例子.公司) exists; password=hunter2 token: x9"));
    assertThat(new JsonLines().format(record))
        .contains("<e-mail>", "sk_<key>", "password=<secret>", "IllegalStateException")
        .doesNotContain("li.wei", "abcd1234", "李@", "hunter2", "x9");
  }
}
