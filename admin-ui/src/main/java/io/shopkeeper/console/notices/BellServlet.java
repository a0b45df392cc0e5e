package io.shopkeeper.console.notices;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.platform.boundary.Notifications;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** How many notes are new, as a number: what the bell asks for while a page is open. */
@WebServlet("/bell")
public class BellServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient Notifications notifications;
  @Inject private transient Me me;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().print(notifications.unread(me.getName()));
  }
}
