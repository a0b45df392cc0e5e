package io.shopkeeper.web.api;

import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.IssuedLink;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.OneTimeLinks;
import io.shopkeeper.platform.boundary.People;
import io.shopkeeper.platform.boundary.PersonView;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Role;
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
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The people of the console, for whoever brings them in by a program. */
@Path("/people")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
@ApplicationScoped
public class PeopleResource {

  @Inject private People people;
  @Inject private OneTimeLinks links;
  @Inject private CurrentCaller caller;

  /** Somebody to invite. */
  public record Invitation(String username, String displayName, Set<Role> roles) {}

  /** What can be changed of a person; null leaves a value as it is. */
  public record Change(String displayName, Set<Role> roles, Boolean disabled) {}

  /**
   * A one-time link.
   *
   * @param path behind the shop's address
   */
  public record Link(String username, String purpose, String path, Instant expiresAt) {

    static Link of(IssuedLink link) {
      return new Link(link.username(), link.purpose().name(), link.path(), link.expiresAt());
    }
  }

  /** Everybody. */
  @GET
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.MANAGE_PEOPLE)
  @Operation(summary = "The people of the console, by name")
  public List<PersonView> list() {
    return people.list();
  }

  /** One person. */
  @GET
  @Path("/{username}")
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.MANAGE_PEOPLE)
  @Operation(summary = "A person of the console")
  public PersonView find(@PathParam("username") String username) {
    return people.find(username).orElseThrow(() -> new NotFoundException("person", username));
  }

  /** Brings somebody in. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.MANAGE_PEOPLE)
  @Operation(summary = "Invite a person; answers with the one-time link to hand over")
  public Response invite(Invitation invitation) {
    if (invitation == null) {
      throw InvalidInputException.of("", "is missing");
    }
    people.enter(
        invitation.username(),
        invitation.displayName() == null ? "" : invitation.displayName(),
        roles(invitation.roles()),
        caller.name());
    return Response.status(201)
        .entity(Link.of(links.issue(invitation.username(), caller.name())))
        .build();
  }

  /** Changes a person. */
  @PUT
  @Path("/{username}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.MANAGE_PEOPLE)
  @Operation(summary = "Give other roles or another name, disable or enable")
  public PersonView change(@PathParam("username") String username, Change change) {
    if (change == null) {
      throw InvalidInputException.of("", "is missing");
    }
    find(username);
    if (change.displayName() != null) {
      people.call(username, change.displayName(), caller.name());
    }
    if (change.roles() != null) {
      people.give(username, roles(change.roles()), caller.name());
    }
    if (Boolean.TRUE.equals(change.disabled())) {
      people.disable(username, caller.name());
    } else if (Boolean.FALSE.equals(change.disabled())) {
      people.enable(username, caller.name());
    }
    return find(username);
  }

  /** A way in for somebody who forgot the password. */
  @POST
  @Path("/{username}:reset")
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.MANAGE_PEOPLE)
  @Operation(summary = "A new one-time link by which the person sets a password")
  public Link reset(@PathParam("username") String username) {
    return Link.of(links.issue(username, caller.name()));
  }

  private static Set<Role> roles(Set<Role> given) {
    if (given == null || given.contains(null)) {
      throw InvalidInputException.of("/roles", "must list roles such as [\"VIEWER\"]");
    }
    return given;
  }
}
