/**
 * Starting, stopping and asking the server that {@code ./shopkeeper run} brings up, and the first
 * start with the demo shop. Uses the server's REST interface only, never its classes.
 */
package io.shopkeeper.cli.server;
