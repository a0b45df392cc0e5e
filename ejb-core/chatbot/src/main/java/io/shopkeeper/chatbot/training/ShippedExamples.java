package io.shopkeeper.chatbot.training;

import io.shopkeeper.nlp.intent.IntentExample;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The examples that come with the product: intent, language and text, divided by tabs.
 *
 * @param hash SHA-256 of the file, hexadecimal
 */
record ShippedExamples(List<IntentExample> examples, String hash) {

  private static final String FILE = "/io/shopkeeper/chatbot/intent/examples.tsv";

  static ShippedExamples read() {
    try (InputStream in = ShippedExamples.class.getResourceAsStream(FILE)) {
      byte[] bytes = in.readAllBytes();
      List<IntentExample> examples =
          new String(bytes, StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#") && !line.isBlank())
              .map(line -> line.split("\t", 3))
              .map(cells -> new IntentExample(cells[2], cells[0]))
              .toList();
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new ShippedExamples(examples, HexFormat.of().formatHex(digest));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
