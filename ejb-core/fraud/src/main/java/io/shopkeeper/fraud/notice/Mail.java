package io.shopkeeper.fraud.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/** Sends messages by e-mail, in English and Chinese: nobody knows the language of an address. */
final class Mail {

  private static final String PATIENCE = "10000";
  private static final ObjectMapper JSON = new ObjectMapper();

  private Mail() {}

  static void send(NoticeLedger.Sending sending, Optional<MailServer> configured)
      throws NotTakenException {
    MailServer server =
        configured.orElseThrow(
            () -> new NotTakenException("No mail server and sender are set, in the settings."));
    try {
      Session session = Session.getInstance(properties(server));
      MimeMessage message = message(session, sending, server);
      try (Transport transport = session.getTransport()) {
        if (server.user().isEmpty()) {
          transport.connect();
        } else {
          transport.connect(server.user(), server.password());
        }
        transport.sendMessage(message, message.getAllRecipients());
      }
    } catch (MessagingException refused) {
      throw new NotTakenException("The mail server " + server + " refused: " + refused, refused);
    }
  }

  private static Properties properties(MailServer server) {
    boolean tls = server.security().equals("tls");
    String protocol = tls ? "smtps" : "smtp";
    var properties = new Properties();
    properties.put("mail.transport.protocol", protocol);
    String prefix = "mail." + protocol + ".";
    properties.put(prefix + "host", server.host());
    properties.put(prefix + "port", Integer.toString(server.port()));
    properties.put(prefix + "auth", Boolean.toString(!server.user().isEmpty()));
    properties.put(prefix + "connectiontimeout", PATIENCE);
    properties.put(prefix + "timeout", PATIENCE);
    properties.put(prefix + "writetimeout", PATIENCE);
    properties.put(prefix + "ssl.checkserveridentity", "true");
    if (server.security().equals("starttls")) {
      properties.put(prefix + "starttls.enable", "true");
      properties.put(prefix + "starttls.required", "true");
    }
    return properties;
  }

  private static MimeMessage message(
      Session session, NoticeLedger.Sending sending, MailServer server) throws MessagingException {
    var message = new MimeMessage(session);
    message.setFrom(new InternetAddress(server.from()));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(sending.address()));
    JsonNode body = read(sending.body());
    message.setSubject(subject(body), StandardCharsets.UTF_8.name());
    message.setText(text(body), StandardCharsets.UTF_8.name());
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("X-Shopkeeper-Delivery", Long.toString(sending.id()));
    return message;
  }

  private static JsonNode read(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static String subject(JsonNode body) {
    JsonNode about = body.path("case");
    if (about.isMissingNode()) {
      return "Shopkeeper: trial of alerts 告警测试";
    }
    return "Shopkeeper: case %s, %s, %s %s at risk 案件风险金额"
        .formatted(
            about.path("id").asText(),
            about.path("priority").asText(),
            about.path("currency").asText(),
            about.path("risk").asText());
  }

  static String text(JsonNode body) {
    JsonNode about = body.path("case");
    if (about.isMissingNode()) {
      return """
          This is a trial: alerts of your shop arrive at this address.
          这是一次测试：店铺的告警会送达此地址。
          """;
    }
    return """
        Case %1$s is to be worked until %2$s.
        Priority: %3$s. Queue: %4$s. Payments: %5$s. At risk: %6$s %7$s of %8$s.
        Open it in the console of your shop: %9$s

        案件 %1$s 须在 %2$s 前处理。
        优先级：%3$s。队列：%4$s。付款：%5$s 笔。风险金额：%6$s %7$s，共 %8$s。
        请在店铺控制台打开：%9$s
        """
        .formatted(
            about.path("id").asText(),
            about.path("due").asText(),
            about.path("priority").asText(),
            about.path("queue").asText(),
            about.path("payments").asText(),
            about.path("currency").asText(),
            about.path("risk").asText(),
            about.path("amount").asText(),
            about.path("page").asText());
  }
}
