package io.shopkeeper.web.api;

import io.shopkeeper.chatbot.boundary.Chat;
import io.shopkeeper.chatbot.boundary.ChatMessage;
import io.shopkeeper.chatbot.boundary.ChatPolicy;
import io.shopkeeper.chatbot.boundary.ChatSessionView;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The chat, without the widget. Who knows a session's id may speak in it. */
@Path("/chat")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Chat")
@ApplicationScoped
public class ChatResource {

  @Inject private Chat chat;
  @Inject private ChatPolicy policies;
  @Inject private CurrentCaller caller;

  /**
   * Who begins.
   *
   * @param lang BCP 47, English or Chinese; null for English
   * @param identityToken of the signed-in customer; null for a stranger
   * @param visitorId for recommendations; null if unknown
   */
  public record Opening(String lang, String identityToken, String visitorId) {}

  /**
   * What the shopper says.
   *
   * @param text 1 to 1,000 characters
   * @param productId the product whose page is open; null if none
   */
  public record Words(String text, String productId) {}

  /** What the shopper thinks of the conversation. */
  public record Feedback(Boolean helpful, String comment) {}

  /** A session as shoppers see it. */
  public record Session(String id, String language, boolean signedIn, List<ChatMessage> messages) {

    static Session of(ChatSessionView view) {
      return new Session(view.id(), view.language(), view.signedIn(), view.messages());
    }
  }

  /** Begins a conversation. */
  @POST
  @Path("/sessions")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.READ)
  @PublicKeyAllowed
  @Operation(summary = "Begin a conversation; answers with the greeting")
  public Response open(Opening opening) {
    Opening given = opening == null ? new Opening(null, null, null) : opening;
    Locale locale =
        given.lang() != null && given.lang().startsWith("zh")
            ? Locale.SIMPLIFIED_CHINESE
            : Locale.ENGLISH;
    ChatSessionView session = chat.open(locale, given.identityToken(), given.visitorId());
    return Response.status(Response.Status.CREATED).entity(Session.of(session)).build();
  }

  /** Reads a conversation. */
  @GET
  @Path("/sessions/{id}")
  @RequiresScope(Scope.READ)
  @PublicKeyAllowed
  @Operation(summary = "A conversation with its messages")
  public Session find(@PathParam("id") String id) {
    return chat.find(id)
        .map(Session::of)
        .orElseThrow(() -> new NotFoundException("chat session", "of this id"));
  }

  /** Says something. */
  @POST
  @Path("/sessions/{id}/messages")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.READ)
  @PublicKeyAllowed
  @Operation(summary = "Say something; answers with the assistant's message")
  public ChatMessage say(@PathParam("id") String id, Words words) {
    if (words == null) {
      throw InvalidInputException.of("/text", "is missing");
    }
    return chat.say(id, words.text(), words.productId());
  }

  /** Judges a conversation. */
  @POST
  @Path("/sessions/{id}/feedback")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.READ)
  @PublicKeyAllowed
  @Operation(summary = "Say whether the conversation helped")
  public Response feedback(@PathParam("id") String id, Feedback feedback) {
    if (feedback == null || feedback.helpful() == null) {
      throw InvalidInputException.of("/helpful", "is missing");
    }
    chat.feedback(id, feedback.helpful(), feedback.comment());
    return Response.noContent().build();
  }

  /** What the chat may say of returns and contact. */
  @GET
  @Path("/policy")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(summary = "What the chat says of returns and of how people are reached")
  public ChatPolicy.Policy policy() {
    return policies.read();
  }

  /** Replaces that. */
  @PUT
  @Path("/policy")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.EDIT_CHAT_POLICY)
  @Operation(summary = "Replace what the chat says of returns and of how people are reached")
  public ChatPolicy.Policy policy(ChatPolicy.Policy policy) {
    if (policy == null) {
      throw InvalidInputException.of("", "is missing");
    }
    policies.write(policy, caller.name());
    return policies.read();
  }
}
