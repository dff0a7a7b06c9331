package dev.convene.starter.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientAddressTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "0:0:0:0:0:ffff:c000:201, 192.0.2.1",
        "2001:db8:1:2:3:4:5:6, 20010db800010002",
        "2001:db8:1:2::1, 20010db800010002",
        "fe80::1%eth0, fe80000000000000",
        "a:proxys:nonsense, a:proxys:nonsense"
    })
    void anIpv6ClientIsItsNetwork(String address, String client) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);

        assertThat(ClientAddress.of(request)).isEqualTo(client);
    }
}
