package io.shopkeeper.integration.load;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * HTTP/1.1 over one connection that is kept. It does so little that nearly all of the machine is
 * the server's: a full client would take as much of two cores as the server does. For one thread.
 */
final class KeptConnection implements AutoCloseable {

  private static final int LONGEST_LINE = 1 << 13;

  /** What tells a small letter from a capital one. */
  private static final int CASE = 0x20;

  private static final byte[] CONTENT_LENGTH =
      "content-length:".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] TRANSFER_ENCODING =
      "transfer-encoding: chunked".getBytes(StandardCharsets.US_ASCII);

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final String host;
  private final byte[] line = new byte[LONGEST_LINE];
  private int lineLength;

  KeptConnection(URI server) throws IOException {
    socket = new Socket(server.getHost(), server.getPort());
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
    host = server.getHost() + ":" + server.getPort();
  }

  /**
   * An answer.
   *
   * @param body in UTF-8
   */
  record Reply(int status, byte[] body) {

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    /** Whether these bytes are somewhere in it, without a text made of them. */
    boolean contains(byte[] part) {
      for (int start = 0; start <= body.length - part.length; start++) {
        if (body[start] == part[0]
            && Arrays.equals(body, start, start + part.length, part, 0, part.length)) {
          return true;
        }
      }
      return false;
    }
  }

  /** The bytes of a question, which can be sent again and again. */
  byte[] question(String method, String path, String key, String json) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    var head = new StringBuilder(256);
    head.append(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: ").append(host);
    head.append("\r\nAuthorization: Bearer ").append(key);
    head.append("\r\nAccept: application/json\r\n");
    if (body.length > 0) {
      head.append("Content-Type: application/json\r\nContent-Length: ").append(body.length);
      head.append("\r\n");
    }
    return head.append("\r\n").append(json).toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Asks and waits for the answer. */
  Reply ask(byte[] question) throws IOException {
    out.write(question);
    out.flush();
    readLine();
    int status = number(9, 12);
    int length = 0;
    boolean chunked = false;
    for (readLine(); lineLength > 0; readLine()) {
      if (startsWith(CONTENT_LENGTH)) {
        length = number(CONTENT_LENGTH.length, lineLength);
      } else if (startsWith(TRANSFER_ENCODING)) {
        chunked = true;
      }
    }
    return new Reply(status, chunked ? chunks() : body(length));
  }

  /** Whether the line begins with a header's name, however it is written. */
  private boolean startsWith(byte[] name) {
    if (lineLength < name.length) {
      return false;
    }
    for (int place = 0; place < name.length; place++) {
      if ((line[place] | CASE) != (name[place] | CASE)) {
        return false;
      }
    }
    return true;
  }

  /** The digits of a part of the line. */
  private int number(int from, int to) {
    int number = 0;
    for (int place = from; place < to; place++) {
      if (line[place] >= '0' && line[place] <= '9') {
        number = 10 * number + line[place] - '0';
      }
    }
    return number;
  }

  private byte[] body(int length) throws IOException {
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException(
          "the answer ended after %d of %d bytes".formatted(body.length, length));
    }
    return body;
  }

  private byte[] chunks() throws IOException {
    var all = new ByteArrayOutputStream();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      all.write(body(size));
      readLine();
    }
    readLine();
    return all.toByteArray();
  }

  private int chunkSize() throws IOException {
    readLine();
    String size = new String(line, 0, lineLength, StandardCharsets.ISO_8859_1);
    return Integer.parseInt(size.split(";", 2)[0].strip(), 16);
  }

  /** Into {@link #line}, without its end. */
  private void readLine() throws IOException {
    lineLength = 0;
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the server closed the connection");
      }
      if (next != '\r') {
        line[lineLength++] = (byte) next;
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
