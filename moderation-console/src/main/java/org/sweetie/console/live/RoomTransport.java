package org.sweetie.console.live;

import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;
import org.sweetie.bridge.channel.WebChat;
import reactor.netty.http.server.WebsocketServerSpec;

/** Puts the chat room's WebSocket at its address, where there is a web chat. */
@Configuration
@ConditionalOnBean(WebChat.class)
class RoomTransport implements WebFluxConfigurer {
  /** The longest line, should every unit of it need JSON's six-byte escape, and its frame. */
  private static final int LONGEST_FRAME = 6 * WebChat.LONGEST + 1024;

  @Bean
  HandlerMapping roomSocket(WebChat chat) {
    return new SimpleUrlHandlerMapping(
        Map.of("/room/socket", new RoomSocket(chat)), Ordered.HIGHEST_PRECEDENCE);
  }

  @Override
  public WebSocketService getWebSocketService() {
    return new HandshakeWebSocketService(
        new ReactorNettyRequestUpgradeStrategy(
            () -> WebsocketServerSpec.builder().maxFramePayloadLength(LONGEST_FRAME)));
  }
}
