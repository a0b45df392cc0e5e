package io.shopkeeper.training.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.ml.training.TriedOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {

  private static final List<Message> ALL =
      List.of(
          new Message.Hello(1, "21.0.1", 1L << 33),
          new Message.Beat(12345),
          new Message.Progress(0.25, "training on all"),
          new Message.Point("loss\ttrain", 3, Double.NaN),
          new Message.Tried(
              new TriedOptions(
                  3, Map.of("penalty", "0.5\t", "values", ""), 0.3, Double.NaN, 1.5, "a\nb")),
          new Message.Log("a\\b\nc\rd\te 训练 @"),
          new Message.Failed(Message.Reason.MEMORY, ""),
          new Message.Done("ab"));

  @Test
  void everyMessageComesOutAsItWentIn() {
    assertThat(ALL)
        .allSatisfy(message -> assertThat(Message.of(message.line())).isEqualTo(message));
    assertThat(ALL).allSatisfy(message -> assertThat(message.line()).doesNotContain("\n"));
  }

  @Property(tries = 100)
  void anyTextComesOutAsItWentIn(@ForAll String text) {
    // A lone half of a pair of surrogates is no text that UTF-8 can carry.
    String sound = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    assertThat(read(new Message.Log(sound).line() + "\n")).containsExactly(new Message.Log(sound));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "@nonsense\t1",
        "@progress\t0.5",
        "@progress\tmany\tphase",
        "@progress\t0.5\tphase\tmore",
        "@point\tloss\t1.5\t2",
        "@failed\tweather\tx",
        "@tried\t1\t1\t0.5\t1",
        "@tried\t1\t1\t0.5\t1\t\tpenalty",
        "@tried\tone\t1\t0.5\t1\t",
        "@hello\t1\t21\t99999999999999999999",
        "progress\t0.5\tphase",
        "@done"
      })
  void whatIsDamagedIsForeign(String line) {
    assertThat(Message.of(line)).isEqualTo(new Message.Foreign(line));
  }

  @Property(tries = 50)
  void readsWhateverThePiecesAre(@ForAll @IntRange(min = 1, max = 40) int piece) {
    var text = new StringBuilder();
    ALL.forEach(message -> text.append(message.line()).append('\n'));
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    var heard = new ArrayList<Message>();
    var reader = new MessageReader(heard::add);
    for (int from = 0; from < bytes.length; from += piece) {
      byte[] part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + piece));
      reader.take(part, part.length);
    }
    assertThat(heard).isEqualTo(ALL);
  }

  @Test
  void aHugeLineIsCutAndTheNextOneIsRead() {
    List<Message> heard = read("@log\t" + "x".repeat(3 * MessageReader.LONGEST) + "\n@beat\t7\n");
    assertThat(heard).hasSize(2).last().isEqualTo(new Message.Beat(7));
    assertThat(heard.getFirst())
        .isInstanceOfSatisfying(
            Message.Foreign.class, cut -> assertThat(cut.text()).hasSize(MessageReader.LONGEST));
  }

  @Test
  void aLineThatWasBrokenOffIsReadAtTheEnd() {
    assertThat(read("@beat\t7\n@done\tab")).containsExactly(new Message.Beat(7));
    var heard = new ArrayList<Message>();
    var reader = new MessageReader(heard::add);
    reader.take("@pro".getBytes(StandardCharsets.UTF_8), 4);
    reader.finish();
    assertThat(heard).containsExactly(new Message.Foreign("@pro"));
  }

  @Test
  void bytesThatAreNoTextDoNoHarm() {
    var heard = new ArrayList<Message>();
    new MessageReader(heard::add)
        .take(new byte[] {(byte) 0xff, (byte) 0xc3, '\r', '\n', 0, '\n'}, 6);
    assertThat(heard).hasSize(2).allMatch(Message.Foreign.class::isInstance);
  }

  private static List<Message> read(String text) {
    var heard = new ArrayList<Message>();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    new MessageReader(heard::add).take(bytes, bytes.length);
    return heard;
  }
}
