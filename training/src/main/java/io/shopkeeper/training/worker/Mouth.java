package io.shopkeeper.training.worker;

import io.shopkeeper.training.protocol.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Says messages, each whole and at once. Safe for use by several threads. */
final class Mouth {

  private final OutputStream out;

  Mouth(OutputStream out) {
    this.out = out;
  }

  /** Says one; a server that does not listen any more has ended. */
  synchronized void say(Message message) {
    try {
      out.write((message.line() + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException nobodyListens) {
      Runtime.getRuntime().halt(Pulse.ABANDONED);
    }
  }
}
