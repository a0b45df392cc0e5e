package io.shopkeeper.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntentCommandTest {

  @TempDir private Path folder;

  private String messages() throws IOException {
    var text = new StringBuilder("text,label\n");
    String[] days = {"today", "on monday", "last week", "yesterday", "in may"};
    for (int i = 0; i < 60; i++) {
      String day = days[i % days.length];
      text.append("please refund the parcel that came %s %d,refund%n".formatted(day, i));
      text.append("我的订单 %d 到哪里了,track%n".formatted(i));
      text.append("tell me a joke about cats %s %d,oos%n".formatted(day, i));
    }
    return Files.writeString(folder.resolve("messages.csv"), text).toString();
  }

  private Ran intent(String... more) throws IOException {
    List<String> line = new ArrayList<>(List.of("evaluate", "intent", "--data", messages()));
    line.addAll(List.of("--split", "stratified:0.2@1", "--preset", "small", "--json"));
    line.addAll(List.of(more));
    return Ran.run(line.toArray(String[]::new));
  }

  @Test
  void whatIsOutOfScopeIsMeasuredApart() throws IOException {
    Ran ran = intent("--oos", "oos", "--refuse", "0.05");
    assertThat(ran.status()).as(ran.err()).isZero();
    JsonNode object = ran.objects().getFirst();
    assertThat(object.at("/task").asText()).isEqualTo("intent");
    assertThat(object.at("/metrics/accuracy").asDouble()).isGreaterThan(0.85);
    assertThat(object.at("/metrics/macro_f1").asDouble()).isGreaterThan(0.85);
    assertThat(object.at("/metrics/oos_recall").asDouble()).isEqualTo(1);
    assertThat(object.at("/metrics/oos_precision").asDouble()).isBetween(0.8, 1.0);
  }

  @Test
  void aTextThatIsRefusedIsWrong() throws IOException {
    JsonNode all = intent("--oos", "oos", "--refuse", "0").objects().getFirst();
    JsonNode half = intent("--oos", "oos", "--refuse", "0.5").objects().getFirst();
    assertThat(half.at("/metrics/accuracy").asDouble())
        .isLessThan(all.at("/metrics/accuracy").asDouble() - 0.2);
    assertThat(half.at("/metrics/oos_precision").asDouble())
        .isLessThan(all.at("/metrics/oos_precision").asDouble());
  }

  @Test
  void withoutSuchALabelAllClassesCountAlike() throws IOException {
    Ran ran = intent();
    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.objects().getFirst().at("/metrics/accuracy").asDouble()).isEqualTo(1);
  }

  @Test
  void whatIsWrongIsSaid() throws IOException {
    Ran unknown = intent("--oos", "nothing");
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err()).contains("--oos names the label nothing, which no text has");
    assertThat(intent("--oos", "oos", "--refuse", "2").err()).contains("--refuse must be 0 to 1");
  }
}
