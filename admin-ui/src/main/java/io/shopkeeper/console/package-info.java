/**
 * The console for the people who run the shop: one package per room. Beans validate, call a
 * boundary and map; they use {@code boundary} packages only. Everybody signs in (package {@code
 * access}); what somebody may do is asked of {@link io.shopkeeper.console.access.Me}.
 */
package io.shopkeeper.console;
