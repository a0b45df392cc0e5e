/** Learns what shoppers want from example sentences, and registers it as a model version. */
package io.shopkeeper.chatbot.training;
