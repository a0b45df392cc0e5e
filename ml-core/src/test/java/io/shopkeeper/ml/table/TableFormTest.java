package io.shopkeeper.ml.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableFormTest {

  private static final Table TABLE =
      new Table(
          List.of(
              new NumberColumn("price", new float[] {1.5f, Float.NaN, -0f}),
              CategoryColumn.of("城市", Arrays.asList("上海", null, "Zürich")),
              new TextColumn("note", List.of("", "x".repeat(70_000), "好"))));

  @Test
  void comesBackAsItWas() throws IOException {
    Table read = read(bytes(TABLE));

    assertThat(read.rows()).isEqualTo(3);
    assertThat(bytes(read)).isEqualTo(bytes(TABLE));
    assertThat(((CategoryColumn) read.columns().get(1)).codes()).containsExactly(1, -1, 0);
    assertThat(((TextColumn) read.columns().get(2)).texts().get(2)).isEqualTo("好");
  }

  @Test
  void whatIsCutOffOrChangedIsRefused() throws IOException {
    byte[] whole = bytes(TABLE);
    for (int length = 0; length < 200; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(part));
    }
    byte[] endless = whole.clone();
    endless[16] = 0x7f;
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(endless));
  }

  private static byte[] bytes(Table table) throws IOException {
    var bytes = new ByteArrayOutputStream();
    TableForm.write(table, new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static Table read(byte[] bytes) throws IOException {
    return TableForm.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }
}
