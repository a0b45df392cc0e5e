package io.shopkeeper.chatbot.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shopkeeper.chatbot.boundary.ChatCard;
import java.util.List;

/** Cards and quick replies as columns keep them. Safe for use by several threads. */
final class CardColumn {

  private static final ObjectMapper JSON = new ObjectMapper();

  private CardColumn() {}

  static String writeCards(List<ChatCard> cards) {
    return write(cards);
  }

  static String writeReplies(List<String> replies) {
    return write(replies);
  }

  static List<ChatCard> readCards(String text) {
    return read(text, new TypeReference<>() {});
  }

  static List<String> readReplies(String text) {
    return read(text, new TypeReference<>() {});
  }

  private static String write(List<?> list) {
    try {
      return JSON.writeValueAsString(list);
    } catch (JsonProcessingException problem) {
      throw new IllegalArgumentException("cannot be written as JSON", problem);
    }
  }

  private static <T> T read(String text, TypeReference<T> type) {
    try {
      return JSON.readValue(text, type);
    } catch (JsonProcessingException problem) {
      throw new IllegalStateException("a stored JSON text is damaged", problem);
    }
  }
}
