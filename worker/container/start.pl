#!/usr/bin/perl
# Starts workerd, or the executable with workerd in it, and sees to what workerd does not:
#
# - It may open as many files and connections as the hard limit allows, and says how many.
# - SIGTERM ends it in time: a request that has begun has GRACE seconds to finish, and new
#   connections are reset at once. By itself workerd leaves them waiting, and waits for a request
#   whose body never comes.
# - It does not outlive this process, even where kill -9 ends that (on Linux).
#
# In Perl, which every Debian has: the shell can hand down no listening socket.
#
# start.pl HOST:PORT COMMAND [ARGUMENT...], as in: start.pl '*:5000' build/mnist-classifier
use strict;
use warnings;
use Fcntl qw(F_SETFD);
use IO::Socket::IP;
use POSIX qw(WNOHANG);
use Socket qw(SOL_SOCKET SO_LINGER);

# In seconds. Docker ends a container that takes longer than 10.
my $GRACE = 8;

# How long to wait for a connection to reset before a look at workerd, in seconds.
my $POLL = 0.1;

# Connections that wait to be accepted; the system has a lower limit of its own.
my $BACKLOG = 4096;

# In a shell of workerd's own, which then becomes workerd.
my $RUN = <<'SH';
ulimit -n "$(ulimit -Hn)" 2>/dev/null
echo "File descriptors: $(ulimit -n) at most, two for each connection. Without a free one workerd ends."
if setpriv --pdeathsig KILL true 2>/dev/null; then set -- setpriv --pdeathsig KILL "$@"; fi
exec "$@"
SH

my ($address, @command) = @ARGV;
die "Usage: start.pl HOST:PORT COMMAND [ARGUMENT...]\n" unless @command;

my $listener = listen_on($address);
fcntl $listener, F_SETFD, 0 or die "start.pl: $!\n";    # workerd inherits it

my $server = fork // die "start.pl: $!\n";
exec 'sh', '-c', $RUN, 'sh', @command, '--socket-fd=http=' . fileno $listener if $server == 0;

my $stopping = 0;
for my $signal (qw(HUP INT TERM)) {
    $SIG{$signal} = sub {
        kill TERM => $server;
        alarm $GRACE unless $stopping++;
    };
}
$SIG{ALRM} = sub { kill KILL => $server };
$SIG{CHLD} = sub { };    # cuts the sleep short

until (waitpid($server, WNOHANG) == $server) {
    $stopping ? reset_next() : sleep 1;
}
my ($status, $signal) = ($? >> 8, $? & 127);
exit($signal ? 128 + $signal : $status);

# Listens on HOST:PORT; the host * stands for every address, of IPv6 too where there is that.
sub listen_on {
    my ($host, $port) = $_[0] =~ /^\[?(.*?)\]?:(\d+)$/ or die "start.pl: $_[0] is not HOST:PORT\n";
    for my $local ($host eq '*' ? ('::', '0.0.0.0') : $host) {
        my $socket = IO::Socket::IP->new(
            LocalHost => $local,
            LocalPort => $port,
            Listen    => $BACKLOG,
            ReuseAddr => 1,
            $local eq '::' ? (V6Only => 0) : (),
        );
        return $socket if $socket;
    }
    die "start.pl: cannot listen on $_[0]: $@\n";
}

# Takes the next connection, if one comes soon, and resets it.
sub reset_next {
    vec(my $waiting = '', fileno $listener, 1) = 1;
    return unless select($waiting, undef, undef, $POLL) > 0 and accept(my $client, $listener);
    setsockopt $client, SOL_SOCKET, SO_LINGER, pack 'ii', 1, 0;
    close $client;
}
