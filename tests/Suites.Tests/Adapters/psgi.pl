# A faultless PSGI gateway without a server: one request a line from standard input, one answer a line to standard output.
use strict;
use warnings;
use JSON::PP ();

$| = 1;
my $json = JSON::PP->new->latin1;
my $app = do $ARGV[0] or die $@ || $!;

sub serve {
    my ($asked) = @_;
    my $content = pack 'H*', $asked->{content};
    open my $input, '<', \$content or die $!;
    my %env = (
        REQUEST_METHOD => $asked->{method}, SCRIPT_NAME => '', PATH_INFO => $asked->{path}, QUERY_STRING => $asked->{query}, SERVER_NAME => 'h',
        SERVER_PORT => 80, SERVER_PROTOCOL => 'HTTP/1.1', CONTENT_LENGTH => length $content, 'psgi.version' => [1, 1], 'psgi.url_scheme' => 'http',
        'psgi.input' => $input, 'psgi.errors' => *STDERR, %{ $asked->{env} },
    );
    delete @env{ grep { !defined $env{$_} } keys %env };
    my ($status, $fields, $body, $sent, $failed) = (500, [], undef, '', undef);
    my $well = eval {
        ($status, $fields, $body) = @{ $app->(\%env) };
        if (ref $body eq 'ARRAY') { $sent = join '', @$body; return 1 }
        while (defined(my $block = $body->getline)) { $sent .= $block }
        1;
    };
    $failed = "$@" if !$well;
    $body->close if $body && ref $body ne 'ARRAY';
    my @pairs = @$fields;
    my @lines;
    while (my ($name, $value) = splice @pairs, 0, 2) { push @lines, ["$name", "$value"] }
    return { status => "$status", fields => \@lines, content => unpack('H*', $sent), error => $failed };
}

while (my $line = <STDIN>) { print $json->encode(serve($json->decode($line))), "\n" }
