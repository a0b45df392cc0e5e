package io.shopkeeper.training.protocol;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Makes messages of bytes as they come in. Lines that are too long are cut: whatever a worker
 * writes costs no more memory than one line. For one thread.
 */
public final class MessageReader {

  /** Bytes of a line that are kept. */
  public static final int LONGEST = 1 << 16;

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final Consumer<Message> listener;
  private boolean cut;

  public MessageReader(Consumer<Message> listener) {
    this.listener = listener;
  }

  /** Takes the first so many bytes. */
  public void take(byte[] bytes, int count) {
    int from = 0;
    for (int i = 0; i < count; i++) {
      if (bytes[i] == '\n') {
        keep(bytes, from, i);
        end();
        from = i + 1;
      }
    }
    keep(bytes, from, count);
  }

  /** No more will come: what is left of a line is one. */
  public void finish() {
    if (line.size() > 0) {
      end();
    }
  }

  private void keep(byte[] bytes, int from, int to) {
    int room = LONGEST - line.size();
    cut |= to - from > room;
    line.write(bytes, from, Math.min(room, to - from));
  }

  private void end() {
    String text = line.toString(StandardCharsets.UTF_8);
    if (text.endsWith("\r")) {
      text = text.substring(0, text.length() - 1);
    }
    Message message = cut ? new Message.Foreign(text) : Message.of(text);
    line.reset();
    cut = false;
    listener.accept(message);
  }
}
